package io.talaria.worker.bot;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Folded;
import io.talaria.journal.definition.Localized;
import io.talaria.journal.definition.Published;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.journal.definition.Step.FreeText;
import io.talaria.journal.definition.Step.OneOf;
import io.talaria.journal.definition.Step.WholeNumber;
import io.talaria.journey.Ending;
import io.talaria.journey.MessageReceived;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One turn of the scripted bot. The same turn always has the same proposal. */
public final class Script {
  /** After so many answers in a row that it didn't understand, the bot calls a person. */
  private static final int PATIENCE = 2;

  private final Definition definition;
  private final Definition.Texts texts;
  private final Turn turn;
  private final Drafting drafting;

  private Script(Published published, Turn turn) {
    this.definition = published.definition();
    this.texts = definition.texts();
    this.turn = turn;
    this.drafting = new Drafting(turn, published.version());
  }

  /** What the bot makes of this turn; nothing is written, asked or sent. */
  public static Proposal propose(Published published, Turn turn) {
    return new Script(published, turn).propose();
  }

  private Proposal propose() {
    return switch (turn.reason()) {
      case MESSAGES -> answer();
      case NUDGE -> nudge();
      case RESUME -> again(turn.language(), texts.resume(), "resume");
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
    Ask open = open();
    if (open == null || !turn.disclosed()) {
      return greet(language.orElse(turn.language()));
    }
    List<MessageReceived> readable = turn.messages().stream().filter(Script::isWords).toList();
    if (readable.isEmpty()) {
      return again(turn.language(), texts.unsupported(), "unsupported");
    }
    Optional<Proposal> changed = changedAnswer(open, readable);
    if (changed.isPresent()) {
      return changed.get();
    }
    Optional<String> answer =
        language.isPresent() ? Optional.empty() : AnswerReading.of(open, readable);
    if (answer.isPresent()) {
      return goOn(open, answer.get());
    }
    return language.isPresent()
        ? again(language.get(), texts.languageChanged(), "language")
        : misunderstood(open);
  }

  private static boolean isWords(MessageReceived message) {
    return switch (message.kind()) {
      case TEXT, CHOICE -> true;
      case PHOTO, DOCUMENT, FORM, UNSUPPORTED -> false;
    };
  }

  private Proposal greet(String language) {
    Route route = Route.after(definition, turn.stage(), null);
    Ask open = open();
    var bubbles = new Bubbles(language);
    if (!turn.disclosed()) {
      bubbles.say(texts.greeting());
    }
    if (open == null) {
      route.said().forEach(bubbles::say);
    }
    Ask ask = open == null ? route.ask() : open;
    return ask == null
        ? complete(bubbles, language, Map.of(), "greeting")
        : drafting
            .bubbles(bubbles.ask(ask), language, "greeting")
            .at(open == null ? route.stage() : turn.stage(), ask.id())
            .done();
  }

  private Proposal goOn(Ask answered, String answer) {
    Route route = Route.after(definition, turn.stage(), answered.id());
    var bubbles = new Bubbles(turn.language());
    String rule = answered.id() + ": " + kind(answered);
    Map<String, String> answers = Map.of(answered.id(), answer);
    route.said().forEach(bubbles::say);
    Ask next = route.ask();
    return next == null
        ? complete(bubbles, turn.language(), answers, rule)
        : drafting
            .bubbles(bubbles.ask(next), turn.language(), rule)
            .at(route.stage(), next.id())
            .answers(answers)
            .done();
  }

  private Proposal complete(
      Bubbles bubbles, String language, Map<String, String> answers, String rule) {
    return drafting
        .bubbles(bubbles.say(texts.farewell()), language, rule)
        .at(definition.plan().stages().getLast().id(), null)
        .answers(answers)
        .ending(Ending.COMPLETED)
        .done();
  }

  private Proposal misunderstood(Ask open) {
    int misses = turn.misses() + 1;
    String rule = open.id() + ": not understood";
    if (misses >= PATIENCE) {
      var bubbles =
          new Bubbles(turn.language()).say(texts.notUnderstood()).say(texts.personCalled());
      return drafting
          .bubbles(bubbles, turn.language(), rule)
          .misses(misses)
          .needingHuman("not_understood")
          .done();
    }
    Localized hint =
        switch (open.answer()) {
          case OneOf ignored -> texts.chooseHint();
          case WholeNumber ignored -> texts.numberHint();
          case FreeText ignored -> texts.notUnderstood();
        };
    return drafting
        .bubbles(new Bubbles(turn.language()).say(hint).ask(open), turn.language(), rule)
        .misses(misses)
        .done();
  }

  /** An old button was tapped: the answer to that question changes, and the open one is asked. */
  private Optional<Proposal> changedAnswer(Ask open, List<MessageReceived> messages) {
    for (String question : turn.answers().keySet().stream().sorted().toList()) {
      Optional<Ask> earlier =
          definition.question(question).filter(ask -> !ask.id().equals(open.id()));
      Optional<String> tapped =
          earlier.flatMap(ask -> AnswerReading.tapped(ask, messages.getLast()));
      if (tapped.isPresent()) {
        return Optional.of(
            drafting
                .bubbles(
                    new Bubbles(turn.language()).ask(open), turn.language(), question + ": changed")
                .answers(Map.of(question, tapped.get()))
                .done());
      }
    }
    return Optional.empty();
  }

  private Proposal nudge() {
    int last = texts.nudges().size() - 1;
    Localized text =
        last < 0 ? texts.resume() : texts.nudges().get(Math.clamp(turn.number() - 1L, 0, last));
    return again(turn.language(), text, "nudge " + turn.number());
  }

  /** Says this and asks the open question once more; an answer that is still due stays due. */
  private Proposal again(String language, Localized first, String rule) {
    var bubbles = new Bubbles(language).say(first);
    Ask open = open();
    if (open != null) {
      return drafting.bubbles(bubbles.ask(open), language, rule).done();
    }
    Route route = Route.after(definition, turn.stage(), null);
    Ask next = route.ask();
    return next == null
        ? drafting.bubbles(bubbles, language, rule).done()
        : drafting.bubbles(bubbles.ask(next), language, rule).at(route.stage(), next.id()).done();
  }

  /** The first words to a candidate say that a machine speaks, whatever else they say. */
  private Bubbles disclosing() {
    var bubbles = new Bubbles(turn.language());
    return turn.disclosed() ? bubbles : bubbles.say(texts.disclosure());
  }

  private @Nullable Ask open() {
    String step = turn.step();
    return step == null ? null : definition.question(step).orElse(null);
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
    String language = turn.language();
    var message =
        new Outbound.Template(
            template.name(),
            Definition.Template.code(language),
            template.text().in(language),
            List.of());
    return drafting.sending(message, "window_closed").done();
  }

  private static String kind(Ask ask) {
    return switch (ask.answer()) {
      case OneOf ignored -> "choice";
      case WholeNumber ignored -> "number";
      case FreeText ignored -> "text";
    };
  }
}
