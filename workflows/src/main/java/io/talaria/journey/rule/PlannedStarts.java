package io.talaria.journey.rule;

import io.talaria.journey.JourneyState;
import io.talaria.port.Appointment;
import io.talaria.port.Journal.Opened;
import io.talaria.port.TurnKey;
import java.time.Instant;
import java.util.List;

/**
 * A journey that begins at a time, without a word of the candidate: the bot's first turn is due.
 */
public final class PlannedStarts {
  /** The appointment at which the bot writes first; kept after the quiet hours, like any other. */
  public static final String FIRST_WORDS = "start";

  private PlannedStarts() {}

  /** A journey that begins as planned has its first turn then; another one is left as it is. */
  static JourneyState begun(JourneyState state, Opened opened) {
    Instant at = opened.startsAt();
    return at == null ? state : state.withAgenda(List.of(new Appointment(FIRST_WORDS, at)));
  }

  /** Whether the turn of this key is a planned start's. */
  public static boolean areFirstWords(JourneyState state, String key) {
    return state.appointments().stream()
        .filter(a -> a.id().equals(FIRST_WORDS))
        .anyMatch(a -> TurnKey.ofAppointment(state.journeyId(), a).equals(key));
  }

  /** Whoever has written needs no first words. */
  static JourneyState wrote(JourneyState state) {
    return state.appointments().stream().noneMatch(a -> a.id().equals(FIRST_WORDS))
        ? state
        : state.withAgenda(
            state.appointments().stream().filter(a -> !a.id().equals(FIRST_WORDS)).toList());
  }
}
