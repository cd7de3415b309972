package io.talaria.journey.rule;

import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.Silence;
import io.talaria.journey.MessageReceived;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose turn it is to speak, since when, and what was done about it. */
public final class Silences {
  private Silences() {}

  /** A reminder was sent or counted; the silence goes on. */
  public static JourneyState nudged(JourneyState state, int number) {
    Silence s = state.silence();
    return state.withSilence(
        new Silence(
            s.windowFrom(),
            s.candidateOwesSince(),
            s.owedKey(),
            s.weOweSince(),
            number,
            s.atRisk(),
            s.waitAlerted(),
            s.reopenedFor(),
            s.episodes()));
  }

  /** The template asked the candidate back; what they wrote waits for their next message. */
  public static JourneyState reopened(JourneyState state, String key, long newestSeq, Instant at) {
    Silence s = state.silence();
    return state.withSilence(
        new Silence(s.windowFrom(), at, key, null, 0, false, false, newestSeq, s.episodes()));
  }

  /** WhatsApp says that the window is closed, whatever we computed. */
  public static JourneyState windowClosed(JourneyState state) {
    Silence s = state.silence();
    return state.withSilence(
        new Silence(
            null,
            s.candidateOwesSince(),
            s.owedKey(),
            s.weOweSince(),
            s.nudges(),
            s.atRisk(),
            s.waitAlerted(),
            s.reopenedFor(),
            s.episodes()));
  }

  /** WhatsApp dates the message that the candidate owes; other messages change nothing. */
  public static JourneyState timed(JourneyState state, String key, Instant at) {
    Silence s = state.silence();
    if (!key.equals(s.owedKey())) {
      return state;
    }
    return state.withSilence(
        new Silence(
            s.windowFrom(),
            at,
            key,
            s.weOweSince(),
            s.nudges(),
            s.atRisk(),
            s.waitAlerted(),
            s.reopenedFor(),
            s.episodes()));
  }

  /** The team was told; the next alert is another episode. */
  public static JourneyState alerted(JourneyState state, boolean atRisk, boolean waiting) {
    Silence s = state.silence();
    return state.withSilence(
        new Silence(
            s.windowFrom(),
            s.candidateOwesSince(),
            s.owedKey(),
            s.weOweSince(),
            s.nudges(),
            s.atRisk() || atRisk,
            s.waitAlerted() || waiting,
            s.reopenedFor(),
            s.episodes() + 1));
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
}
