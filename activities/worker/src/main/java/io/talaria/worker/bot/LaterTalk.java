package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Folded;
import io.talaria.journal.definition.Localized;
import io.talaria.journal.definition.Step.Ask;
import io.talaria.port.Appointment;
import io.talaria.port.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date at which the candidate wants to go on; their question waits until then. What may be the
 * answer to the open question is none: at one that asks when something is, who wants to be written
 * to has to say so, and at one that takes any text that, or that they have no time now.
 */
final class LaterTalk {
  /** Longer texts tell something, whatever dates are in them. */
  private static final int MOST_WORDS = 12;

  /** Who names a date and nothing of their question does so in a few words. */
  private static final int FEW_WORDS = 8;

  /** "Depois, na sexta" is a wish, "falei com ele na sexta e depois mudamos" a story. */
  private static final int FEWEST_WORDS = 5;

  private static final Pattern ASKS_WHEN =
      Pattern.compile(
          "\\b(?:when|which (?:day|date|time)|what (?:day|date|time)|quando|que (?:dia|data|hora|horario)"
              + "|qual (?:dia|data|hora|horario)|cuando|que (?:fecha|horas)|cual (?:dia|fecha|hora))\\b");

  private final Scene scene;
  private final Ask open;
  private final Drafting drafting;

  LaterTalk(Scene scene, Ask open, Drafting drafting) {
    this.scene = scene;
    this.open = open;
    this.drafting = drafting;
  }

  /** Who asks for it, before what they wrote is taken for an answer. */
  Optional<Proposal> asked() {
    String text = newest();
    int few = open.answer() instanceof Answer.FreeText ? FEWEST_WORDS : FEW_WORDS;
    boolean notNow = LaterWish.NOT_NOW.in(text) || (LaterWish.LATER.in(text) && words(text) <= few);
    boolean wished = LaterWish.CONTACT.in(text) || (notNow && !asksWhen() && !asksAday());
    return wished && words(text) <= MOST_WORDS ? agreed(text) : Optional.empty();
  }

  /** Who only names a date, where no answer was understood. */
  Optional<Proposal> named() {
    String text = newest();
    return asksWhen() || asksAday() || words(text) > FEW_WORDS || Days.isNoDay(text)
        ? Optional.empty()
        : agreed(text);
  }

  private Optional<Proposal> agreed(String text) {
    Optional<Localized> agreed = scene.definition().texts().more("follow_up_agreed");
    return agreed.isEmpty()
        ? Optional.empty()
        : AgreedDate.read(text, scene.language(), scene.here(scene.now()))
            .map(date -> waiting(agreed.get(), date));
  }

  private Proposal waiting(Localized agreed, AgreedDate date) {
    Instant at = scene.speaksFrom(date.at().toInstant());
    String time = Filled.moment(scene.here(at), scene.language());
    String said = Filled.in(scene.say(agreed), Map.of("time", time));
    return drafting
        .bubbles(
            new Bubbles(scene.language()).say(said), scene.language(), open.id() + ": agreed date")
        .agenda(List.of(new Appointment(Script.FOLLOW_UP, at)))
        .done();
  }

  private boolean asksWhen() {
    return ASKS_WHEN.matcher(Folded.of(scene.say(open.text()))).find();
  }

  /** A date, or one of the times of a meeting. */
  private boolean asksAday() {
    return open.answer() instanceof Answer.Day || open.answer() instanceof Answer.Interview;
  }

  private String newest() {
    var newest = scene.turn().messages().getLast();
    return newest.choiceId() == null ? newest.text() : "";
  }

  private static int words(String text) {
    return Folded.of(text).split(" ").length;
  }
}
