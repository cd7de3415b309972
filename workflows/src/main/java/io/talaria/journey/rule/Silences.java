package io.talaria.journey.rule;

import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.Silence;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose turn it is to speak, since when, and what was done about it. */
public final class Silences {
  private Silences() {}

  /** A reminder was sent or counted; the silence goes on. */
  public static JourneyState nudged(JourneyState state, int number) {
    return state.withSilence(state.silence().withNudges(number));
  }

  /** The template asked the candidate back; what they wrote waits for their next message. */
  public static JourneyState reopened(JourneyState state, String key, long newestSeq, Instant at) {
    Silence s = state.silence();
    return state.withSilence(
        new Silence(s.windowFrom(), at, key, null, 0, false, false, newestSeq, s.episodes()));
  }

  /** WhatsApp says that the window is closed, whatever we computed. */
  public static JourneyState windowClosed(JourneyState state) {
    return state.withSilence(state.silence().withWindowFrom(null));
  }

  /** WhatsApp dates the message that the candidate owes; other messages change nothing. */
  public static JourneyState timed(JourneyState state, String key, Instant at) {
    return key.equals(state.silence().owedKey())
        ? state.withSilence(state.silence().withCandidateOwesSince(at))
        : state;
  }

  /** The team was told; the next alert is another episode. */
  public static JourneyState alerted(JourneyState state, boolean atRisk, boolean waiting) {
    return state.withSilence(state.silence().told(atRisk, waiting));
  }

  static Silence spoke(
      JourneyState state, @Nullable String key, Instant at, boolean candidateOwes) {
    Silence s = state.silence();
    List<MessageReceived> open = state.inbox().open();
    Instant weOwe = null;
    boolean waitAlerted = false;
    if (!open.isEmpty()) {
      weOwe = open.getFirst().sentAt();
      waitAlerted = s.waitAlerted() && weOwe.equals(s.weOweSince());
    } else if (state.needsHuman() != null) {
      weOwe = s.weOweSince() == null ? at : s.weOweSince();
      waitAlerted = s.waitAlerted();
    }
    boolean owes = candidateOwes && weOwe == null;
    return new Silence(
        s.windowFrom(),
        owes ? at : null,
        owes ? key : null,
        weOwe,
        0,
        false,
        waitAlerted,
        0,
        s.episodes());
  }

  /** Whether this reminds of a silence that is over: something was said to the candidate since. */
  public static boolean isOver(JourneyState state, Saying saying) {
    String owed = state.silence().owedKey();
    return saying.reason() == Reason.NUDGE
        && (owed == null || !TurnKey.remindsOf(saying.key(), owed));
  }
}
