package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Answer.OneOf;
import io.talaria.journal.definition.Step;
import io.talaria.journal.definition.Step.Ask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a candidate wishes of a job, as their answers tell it. */
final class Wishing {
  private static final String WORDS = "words";

  private Wishing() {}

  /** What this step looks for. A part whose questions nobody could answer is not in the wish. */
  static Lookups.Sought of(Scene scene, Ask ask, Answer.Listings listings) {
    var wish = new HashMap<String, String>();
    listings
        .wish()
        .forEach(
            (part, questions) -> {
              String told = told(scene, part, questions);
              if (!told.isEmpty()) {
                wish.put(part, told);
              }
            });
    return new Lookups.Sought(ask.id(), Map.copyOf(wish), listings.must(), listings.most());
  }

  private static String told(Scene scene, String part, List<String> questions) {
    return questions.stream()
        .flatMap(question -> told(scene, part, question).stream())
        .collect(Collectors.joining(", "));
  }

  /** Listings are searched for words that people write, which a choice's id is not. */
  private static Optional<String> told(Scene scene, String part, String question) {
    return scene
        .answer(question)
        .filter(answer -> !answer.equals(Step.Unsure.ANSWER))
        .map(answer -> part.equals(WORDS) ? title(scene, question, answer) : answer);
  }

  private static String title(Scene scene, String question, String answer) {
    return scene
        .definition()
        .question(question)
        .map(Ask::answer)
        .filter(OneOf.class::isInstance)
        .flatMap(of -> ((OneOf) of).options().stream().filter(o -> o.id().equals(answer)).findAny())
        .map(option -> scene.say(option.title()))
        .orElse(answer);
  }
}
