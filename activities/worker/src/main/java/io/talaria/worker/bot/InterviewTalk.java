package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Folded;
import io.talaria.journal.definition.Localized;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journey.MessageReceived;
import io.talaria.port.Kept;
import io.talaria.port.Proposal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the candidate sent about an interview: a time, another one, whether it took place. */
final class InterviewTalk {
  private final Scene scene;
  private final Ask open;
  private final Answer.Interview interview;
  private final Drafting drafting;
  private final MessageReceived newest;

  InterviewTalk(Scene scene, Ask open, Answer.Interview interview, Drafting drafting) {
    this.scene = scene;
    this.open = open;
    this.interview = interview;
    this.drafting = drafting;
    this.newest = scene.turn().messages().getLast();
  }

  /** Empty when it says nothing about the interview. */
  Optional<Proposal> propose() {
    Optional<Instant> chosen = Interviews.chosen(scene, open);
    if (chosen.isEmpty()) {
      return AnswerReading.offered(scene, open, scene.turn().messages())
          .map(choice -> Interviews.instant(choice).map(this::picked).orElseGet(this::again));
    }
    if (means(Interviews.ANOTHER, interview.another())) {
      return Optional.of(anotherTime(chosen.get(), "another time"));
    }
    if (chosen.get().plus(interview.slots().length()).isAfter(scene.now())) {
      return Optional.empty();
    }
    if (means(Interviews.YES, interview.yes())) {
      return Optional.of(reply().goOn(open, Map.of(), open.id() + ": took place"));
    }
    return Optional.of(
        means(Interviews.NO, interview.no())
            ? anotherTime(chosen.get(), "no-show")
            : reply()
                .ask(
                    open,
                    Interviews.afterwards(scene, open, interview),
                    Map.of(),
                    open.id() + ": over"));
  }

  /** An old button about a time that was given back. */
  private Proposal again() {
    return reply().again(open.id() + ": again");
  }

  private Proposal picked(Instant at) {
    boolean free =
        Interviews.offered(scene, open, interview.slots()).stream()
            .anyMatch(offered -> offered.toInstant().equals(at));
    if (!free) {
      return gone();
    }
    Map<String, String> answers = Map.of(open.id(), at.toString());
    drafting.keeping(
        new Kept.Booked(
            scene.definition().plan().definition(), open.id(), at, interview.slots().capacity()));
    Prompt confirmed = Prompts.of(scene.knowing(answers), open).orElseThrow();
    return reply().ask(open, confirmed, answers, open.id() + ": chosen");
  }

  /** In place of the question, which may praise what was chosen before. */
  private Proposal gone() {
    String rule = open.id() + ": gone";
    Localized gone = interview.gone();
    return gone == null
        ? reply().say(scene.definition().texts().chooseHint()).again(rule)
        : reply()
            .ask(open, Interviews.prompt(scene, open, interview, scene.say(gone)), Map.of(), rule);
  }

  private Proposal anotherTime(Instant before, String why) {
    Map<String, String> taken = Map.of(open.id(), "");
    drafting.keeping(new Kept.GivenBack(open.id(), before));
    Prompt prompt =
        Interviews.prompt(scene.knowing(taken), open, interview, scene.say(open.text()));
    return reply().ask(open, prompt, taken, open.id() + ": " + why);
  }

  /** Tapped, or written: the title in any language, or how it begins, such as "sim". */
  private boolean means(String choice, Localized title) {
    if (newest.choiceId() != null) {
      return ChoiceIds.of(open.id(), choice).equals(newest.choiceId());
    }
    String said = Folded.of(newest.text());
    return !said.isEmpty()
        && title.byLanguage().values().stream()
            .map(one -> Folded.of(one) + " ")
            .anyMatch(one -> one.startsWith(said + " "));
  }

  private Reply reply() {
    return new Reply(scene, drafting);
  }
}
