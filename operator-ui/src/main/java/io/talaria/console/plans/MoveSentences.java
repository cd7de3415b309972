package io.talaria.console.plans;

import io.talaria.console.definition.JourneyTexts;
import io.talaria.console.words.Words;
import io.talaria.journal.replan.MoveJourneys.Became;
import io.talaria.journal.replan.MoveJourneys.Line;
import io.talaria.journal.replan.Mover;
import io.talaria.journal.replan.Mover.Prospect;
import java.util.Map;
import java.util.Objects;

/**
 * What a move means for a journey, in the reader's language.
 *
 * @param texts of the plans on which journeys are, and of the new one, by their numbers
 * @param to number of the plan to which they move
 */
record MoveSentences(Words words, Map<Integer, JourneyTexts> texts, int to) {

  /** What becomes of it, in the words of its stages and questions. */
  String said(Line line) {
    Became became = line.became();
    String sentence =
        became == Became.STAYS
            ? words.say(
                "plans.stays." + line.journey().prospect(),
                "plan",
                to,
                "stage",
                stage(line.journey()))
            : words.say("plans.became." + became);
    return switch (became) {
      case WOULD_MOVE, MOVED, MOVES_LATER -> sentence + how(line.journey());
      case STAYS, ENDED, BEGINS, NO_RUN, TEMPORAL_AWAY -> sentence;
    };
  }

  private String how(Mover journey) {
    var how = new StringBuilder();
    if (!journey.toStage().equals(journey.stage())) {
      how.append(
          words.say("plans.to.stage", "stage", newer().stage(journey.toStage(), words.locale())));
    }
    if (journey.prospect() == Prospect.ASKS_ANEW) {
      how.append(
          words.say(
              "plans.asked",
              "question",
              newer().question(Objects.requireNonNull(journey.toStep()), words.locale())));
    }
    return how.toString();
  }

  /** Where it stands: its stage, and its open question. */
  String standing(Mover journey) {
    String step = journey.step();
    return step == null
        ? stage(journey)
        : stage(journey) + " › " + of(journey.plan()).question(step, words.locale());
  }

  private String stage(Mover journey) {
    return of(journey.plan()).stage(journey.stage(), words.locale());
  }

  /** The name of a stage of the new plan. */
  String newerStage(String id) {
    return newer().stage(id, words.locale());
  }

  /** The name of a stage that the new plan may lack, as the newest plan calls it that has it. */
  String olderStage(String id) {
    return texts.entrySet().stream()
        .sorted(Map.Entry.<Integer, JourneyTexts>comparingByKey().reversed())
        .map(Map.Entry::getValue)
        .filter(one -> one.stages(words.locale()).stream().anyMatch(s -> s.id().equals(id)))
        .findFirst()
        .orElse(newer())
        .stage(id, words.locale());
  }

  private JourneyTexts newer() {
    return of(to);
  }

  private JourneyTexts of(int plan) {
    return Objects.requireNonNull(texts.getOrDefault(plan, texts.get(to)), "the new plan is read");
  }
}
