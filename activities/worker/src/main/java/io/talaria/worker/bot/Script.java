package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Localized;
import io.talaria.journal.definition.Published;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journey.Ending;
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
    Ask open = scene.open();
    Optional<String> language =
        LanguageWish.of(
            definition, turn.messages(), turn.disclosed() ? open : null, turn.language());
    Scene spoken = scene.in(language.orElse(turn.language()));
    if (!turn.disclosed()) {
      return new Reply(spoken, drafting).say(texts.greeting()).again("greeting");
    }
    if (open == null) {
      return new Reply(spoken, drafting).begin("greeting");
    }
    if (scene.unasked()) {
      return new Reply(spoken, drafting).say(texts.resume()).next(open.id() + ": never asked");
    }
    boolean changes = !language.orElse(turn.language()).equals(turn.language());
    if (changes || (language.isPresent() && turn.misses() == 0)) {
      // Who asks for what is spoken already means something else, which a person finds out in time.
      drafting.misses(changes ? 0 : 1);
      return new Reply(spoken, drafting).say(texts.languageChanged()).again("language");
    }
    return new OldButtons(scene, open, drafting)
        .propose()
        .orElseGet(() -> new Answering(scene, open, drafting).propose());
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

  /** It asks for an answer, also in a stage of another bot's, where no question is open. */
  private Proposal followUp() {
    drafting.awaiting();
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
