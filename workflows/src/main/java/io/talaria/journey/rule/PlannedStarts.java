package io.talaria.journey.rule;

import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.Talk;
import io.talaria.journey.Silence;
import io.talaria.port.Appointment;
import io.talaria.port.Journal.Opened;
import io.talaria.port.TurnKey;
import java.time.Instant;
import java.util.ArrayList;
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

  /** Whether this turn, or this bubble of it, said a planned start's first words. */
  static boolean wereFirstWords(JourneyState state, String key) {
    return key.startsWith(TurnKey.ofAppointments(state.journeyId(), FIRST_WORDS));
  }

  /** Whether this send was the first words and nothing was said since, by anybody. */
  public static boolean onlyFirstWords(JourneyState state, String key) {
    return wereFirstWords(state, key)
        && state.talk().step() == null
        && state.silence().windowFrom() == null;
  }

  /** The first words never arrived: nobody owes an answer, and they are said anew then. */
  public static JourneyState unsaid(JourneyState state, Instant at) {
    Talk t = state.talk();
    Silence s = state.silence();
    var agenda = new ArrayList<>(state.appointments());
    agenda.add(new Appointment(FIRST_WORDS, at));
    return state
        .withTalk(new Talk(t.language(), t.stage(), t.step(), t.misses(), t.answers(), false))
        .withSilence(
            new Silence(null, null, null, s.weOweSince(), 0, false, false, 0, s.episodes()))
        .withAgenda(List.copyOf(agenda));
  }

  /** Whoever has written needs no first words. */
  static JourneyState wrote(JourneyState state) {
    return state.appointments().stream().noneMatch(a -> a.id().equals(FIRST_WORDS))
        ? state
        : state.withAgenda(
            state.appointments().stream().filter(a -> !a.id().equals(FIRST_WORDS)).toList());
  }
}
