package io.talaria.journey.rule;

import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.End;
import io.talaria.journey.Mode;
import io.talaria.port.TurnKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages that WhatsApp had accepted, or perhaps had, and that did not arrive. Their senders count
 * on them: a person is told, once for all bubbles of a turn.
 */
public final class LateFailures {
  /** So many turns are remembered. A failure is told within minutes, mostly within seconds. */
  static final int KEPT = 20;

  private LateFailures() {}

  /** What is to be done about a message that did not arrive. */
  public enum Fate {
    /** Nothing: it was noticed already, or nobody counts on it any more. */
    NOTHING,
    /** Free text doesn't reach the candidate; nothing else follows from a reminder. */
    WINDOW_CLOSED,
    /** It is of the reply that the candidate owes an answer to: as if its question had failed. */
    QUESTION,
    /** A person is needed. */
    CALL,
    /** The team is told, though nobody more is needed: somebody is there already, or it is over. */
    TELL
  }

  /**
   * Decides.
   *
   * @param key of the message
   * @param treatment a name of the error table; null when WhatsApp gave no number
   */
  public static Fate of(JourneyState state, String key, @Nullable String treatment) {
    String turn = TurnKey.turn(key);
    if (isNoticed(state, key)) {
      return Fate.NOTHING;
    }
    String owed = state.silence().owedKey();
    if (TurnKey.reminds(turn)) {
      return owed == null || !TurnKey.remindsOf(turn, owed)
          ? Fate.NOTHING
          : "WINDOW".equals(treatment) ? Fate.WINDOW_CLOSED : needing(state);
    }
    if (owed != null && TurnKey.turn(owed).equals(turn)) {
      return isSeenTo(state) ? Fate.TELL : Fate.QUESTION;
    }
    return isPointless(state, key, turn) ? Fate.NOTHING : needing(state);
  }

  /** Somebody has spoken since, or asked for silence. */
  private static boolean isPointless(JourneyState state, String key, String turn) {
    End end = state.end();
    boolean stopped = end != null && end.ending() == Ending.OPTED_OUT;
    boolean wrote = state.silence().windowFrom() != null;
    return TurnKey.asksBack(turn)
        || (wrote && PlannedStarts.wereFirstWords(state, key))
        || (stopped && !TurnKey.isPersons(turn));
  }

  private static Fate needing(JourneyState state) {
    return isSeenTo(state) || state.over() ? Fate.TELL : Fate.CALL;
  }

  /**
   * Whether a person sees to the journey, or is to. Who holds it is told; needed beyond that, they
   * would leave the candidate waiting with each of their words.
   */
  private static boolean isSeenTo(JourneyState state) {
    return state.mode() == Mode.HUMAN || state.needsHuman() != null;
  }

  /** Whether it was noticed already that something of this message's turn did not arrive. */
  public static boolean isNoticed(JourneyState state, String key) {
    return state.outgoing().noticed().contains(TurnKey.turn(key));
  }

  /** It is noticed that this message did not arrive. */
  public static JourneyState noticed(JourneyState state, String key) {
    if (isNoticed(state, key)) {
      return state;
    }
    var turns = new ArrayList<>(state.outgoing().noticed());
    turns.add(TurnKey.turn(key));
    int from = Math.max(0, turns.size() - KEPT);
    return state.withOutgoing(
        state.outgoing().failing(List.copyOf(turns.subList(from, turns.size()))));
  }
}
