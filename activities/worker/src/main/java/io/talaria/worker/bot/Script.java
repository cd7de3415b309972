package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Folded;
import io.talaria.journal.definition.Localized;
import io.talaria.journal.definition.Published;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journey.Ending;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.rule.PlannedStarts;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One turn of the scripted bot. The same turn always has the same proposal. */
public final class Script {
  /** The appointment at a date that the candidate named. */
  static final String FOLLOW_UP = "follow_up";

  private final Scene scene;
  private final Definition definition;
  private final Definition.Texts texts;
  private final Turn turn;
  private final Drafting drafting;

  private Script(Published published, Turn turn, Lookups lookups) {
    this.definition = published.definition();
    this.scene = Scene.of(definition, turn, lookups);
    this.texts = definition.texts();
    this.turn = turn;
    this.drafting = new Drafting(turn, published.version());
  }

  /** What the bot makes of this turn; nothing is written, asked or sent. */
  public static Proposal propose(Published published, Turn turn, Lookups lookups) {
    return new Script(published, turn, lookups).propose();
  }

  private Proposal propose() {
    return switch (turn.reason()) {
      case MESSAGES -> answer();
      case NUDGE -> nudge();
      case RESUME -> resume();
      case DUE -> due();
      case PERSON ->
          drafting
              .bubbles(disclosing().say(texts.personCalled()), turn.language(), "person")
              .needingHuman("asked_for_person")
              .done();
      case OPT_OUT ->
          drafting
              .bubbles(disclosing().say(texts.optedOut()), turn.language(), "stop")
              .ending(Ending.OPTED_OUT)
              .done();
      case WINDOW_CLOSED -> askBack();
    };
  }

  private Proposal answer() {
    Optional<String> language = chosenLanguage();
    Scene spoken = scene.in(language.orElse(turn.language()));
    Ask open = scene.open();
    if (!turn.disclosed()) {
      return new Reply(spoken, drafting).say(texts.greeting()).again("greeting");
    }
    if (open == null) {
      return new Reply(spoken, drafting).begin("greeting");
    }
    if (scene.unasked()) {
      return new Reply(spoken, drafting).say(texts.resume()).next(open.id() + ": never asked");
    }
    if (language.isPresent()) {
      return new Reply(spoken, drafting).say(texts.languageChanged()).again("language");
    }
    return changedAnswer(open).orElseGet(() -> new Answering(scene, open, drafting).propose());
  }

  /** An old button was tapped: the answer to that question changes, and the open one is asked. */
  private Optional<Proposal> changedAnswer(Ask open) {
    MessageReceived newest = turn.messages().getLast();
    String choice = newest.choiceId();
    if (choice == null) {
      return Optional.empty();
    }
    // Of thousands of answers those alone whose choice it may be are looked up.
    List<String> named =
        turn.answers().keySet().stream()
            .filter(question -> choice.startsWith(ChoiceIds.of(question, "")))
            .sorted()
            .toList();
    for (String question : named) {
      Optional<String> tapped =
          definition
              .question(question)
              .filter(ask -> !ask.id().equals(open.id()))
              .flatMap(ask -> AnswerReading.tapped(ask, newest));
      if (tapped.isPresent()) {
        Map<String, String> changed = Map.of(question, tapped.get());
        return Optional.of(
            new Reply(scene, drafting)
                .ask(
                    open,
                    Prompts.of(scene.knowing(changed), open)
                        .orElse(Prompt.plain(scene.say(open.text()))),
                    changed,
                    question + ": changed"));
      }
    }
    return Optional.empty();
  }

  private Proposal nudge() {
    int last = texts.nudges().size() - 1;
    Localized text =
        last < 0 ? texts.resume() : texts.nudges().get(Math.clamp(turn.number() - 1L, 0, last));
    Reply reply = new Reply(scene, drafting).say(text);
    String rule = "nudge " + turn.number();
    return scene.unasked() ? reply.next(rule) : reply.again(rule);
  }

  /** A person handed back; what they were called for is done. Whom nobody greeted is greeted. */
  private Proposal resume() {
    Ask open = scene.open();
    if (!turn.disclosed()) {
      return new Reply(scene, drafting).say(texts.greeting()).again("greeting");
    }
    Reply reply = new Reply(scene, drafting).say(texts.resume());
    if (scene.unasked()) {
      return reply.next("resume");
    }
    return open != null && open.answer() instanceof Answer.Person
        ? reply.goOn(open, Map.of(), open.id() + ": back")
        : reply.again("resume");
  }

  /** An appointment has come. */
  private Proposal due() {
    String due = turn.moment() == null ? null : turn.moment().due();
    if (PlannedStarts.FIRST_WORDS.equals(due)) {
      return firstWords();
    }
    Ask open = scene.open();
    if (FOLLOW_UP.equals(due)) {
      return followUp();
    }
    if (due == null || open == null || !due.startsWith(open.id())) {
      return drafting.silent("nothing is due any more").done();
    }
    return switch (open.answer()) {
      case Answer.Time ignored -> waited(open);
      case Answer.Interview interview -> reminded(open, interview, due);
      default -> drafting.silent("nothing is due any more").done();
    };
  }

  /** Nobody has written yet, so that a template must go, unless an earlier window is still open. */
  private Proposal firstWords() {
    if (turn.disclosed()) {
      return drafting.silent("has begun already").done();
    }
    if (scene.windowOpen()) {
      return new Reply(scene, drafting).say(texts.greeting()).begin("planned start");
    }
    Definition.Template opening = definition.opening();
    if (opening == null) {
      return askBack();
    }
    drafting.awaiting();
    return drafting.sending(template(opening, Map.of(), List.of()), "planned start").done();
  }

  private Proposal followUp() {
    return scene.windowOpen()
        ? new Reply(scene, drafting)
            .say(texts.more("follow_up").orElse(texts.resume()))
            .again(FOLLOW_UP)
        : askBack();
  }

  /** Who can't be written to is asked back by the template; their answer goes on. */
  private Proposal waited(Ask open) {
    Map<String, String> over = Map.of(open.id(), scene.now().toString());
    if (scene.windowOpen()) {
      return new Reply(scene, drafting).goOn(open, over, open.id() + ": over");
    }
    drafting.answers(over);
    return askBack();
  }

  private Proposal reminded(Ask open, Answer.Interview interview, String due) {
    Optional<Instant> at = Interviews.chosen(scene, open);
    if (at.isEmpty()) {
      return drafting.silent("nothing is due any more").done();
    }
    boolean afterwards = Interviews.isAfterwards(due);
    if (!afterwards && !at.get().isAfter(scene.now())) {
      // It waited for the end of the quiet hours, and the meeting didn't.
      return drafting.silent(due + ": too late").done();
    }
    if (scene.windowOpen()) {
      Prompt prompt =
          afterwards
              ? Interviews.afterwards(scene, open, interview)
              : Interviews.standing(scene, open, interview, interview.reminder(), at.get());
      return drafting
          .bubbles(new Bubbles(turn.language()).ask(prompt, open), turn.language(), due)
          .done();
    }
    if (afterwards) {
      return askBack();
    }
    String time = Filled.moment(scene.here(at.get()), turn.language());
    return drafting
        .sending(template(interview.template(), Map.of("time", time), List.of(time)), due)
        .done();
  }

  /** The first words to a candidate say that a machine speaks, whatever else they say. */
  private Bubbles disclosing() {
    var bubbles = new Bubbles(turn.language());
    return turn.disclosed() ? bubbles : bubbles.say(texts.disclosure());
  }

  /** The language that the newest message names, and nothing else. */
  private Optional<String> chosenLanguage() {
    if (turn.messages().isEmpty()) {
      return Optional.empty();
    }
    String said = Folded.of(turn.messages().getLast().text());
    return definition.languageWords().entrySet().stream()
        .filter(entry -> entry.getValue().contains(said))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Only a template reaches the candidate; without one a person must see to it. */
  private Proposal askBack() {
    Definition.Template template = definition.template();
    if (template == null) {
      return drafting.silent("window_closed").needingHuman("no_template").done();
    }
    return drafting.sending(template(template, Map.of(), List.of()), "window_closed").done();
  }

  private Outbound.Template template(
      Definition.Template template, Map<String, String> values, List<String> parameters) {
    String language = turn.language();
    return new Outbound.Template(
        template.name(),
        Definition.Template.code(language),
        Filled.in(template.text().in(language), values),
        parameters,
        template.category());
  }
}
