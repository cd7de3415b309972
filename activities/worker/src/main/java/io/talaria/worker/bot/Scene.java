package io.talaria.worker.bot;

import io.talaria.definition.Calendar;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Hours;
import io.talaria.journal.definition.Localized;
import io.talaria.journal.definition.Step;
import io.talaria.port.Appointment;
import io.talaria.port.Turn;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the script knows while it thinks of one turn.
 *
 * @param language in which it answers
 * @param answers given so far, those of this turn included
 */
record Scene(
    Definition definition,
    Turn turn,
    Lookups lookups,
    String language,
    Map<String, String> answers) {

  static Scene of(Definition definition, Turn turn, Lookups lookups) {
    return new Scene(definition, turn, lookups, turn.language(), turn.answers());
  }

  Scene in(String other) {
    return new Scene(definition, turn, lookups, other, answers);
  }

  Scene knowing(Map<String, String> more) {
    var all = new HashMap<>(answers);
    all.putAll(more);
    return new Scene(definition, turn, lookups, language, Map.copyOf(all));
  }

  /** The question that is open; null when none is. */
  Step.@Nullable Ask open() {
    String step = turn.step();
    return step == null ? null : definition.question(step).orElse(null);
  }

  /** The answer to this question; empty when there is none, or it was taken back. */
  Optional<String> answer(String question) {
    return Optional.ofNullable(answers.get(question)).filter(answer -> !answer.isEmpty());
  }

  String say(Localized text) {
    return text.in(language);
  }

  /** The journey's time, the same whoever asks again. */
  Instant now() {
    Turn.Moment moment = turn.moment();
    return moment == null ? Instant.EPOCH : moment.at();
  }

  /** Where the candidate is. */
  ZoneId zone() {
    return lookups.zone(turn, definition);
  }

  ZonedDateTime here(Instant instant) {
    return instant.atZone(zone());
  }

  /**
   * When the bot may first speak unasked, at or after this moment: what is promised for the quiet
   * hours would leave at their end.
   */
  Instant speaksFrom(Instant at) {
    Hours hours = definition.hours();
    Calendar quiet = hours == null ? null : hours.quietAt(zone().getId(), now());
    return quiet == null ? at : quiet.openFrom(at);
  }

  /** Whether free text reaches the candidate. */
  boolean windowOpen() {
    return turn.moment() == null || turn.moment().windowOpen();
  }

  /** Whether the candidate was never asked what is open: the plan was changed under them. */
  boolean unasked() {
    Turn.Moment moment = turn.moment();
    return moment != null && Boolean.TRUE.equals(moment.unasked());
  }

  List<Appointment> agenda() {
    return turn.moment() == null ? List.of() : turn.moment().agenda();
  }
}
