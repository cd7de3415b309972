package io.talaria.journey.rule;

import io.talaria.definition.Calendar;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.port.Turn.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Nothing is sent to a candidate in quiet hours except answers to what they just wrote, and what
 * people write. What waits leaves when the quiet ends, unless it has become pointless by then.
 */
public final class QuietHours {
  /** What a journey waits for with something on the queue that nobody asked for. */
  public static final String BEGIN = "quiet hours begin";

  /** Who wrote this long ago doesn't look at the phone any more. */
  static final Duration JUST_WRITTEN = Duration.ofHours(1);

  private QuietHours() {}

  /** The first instant at or after this one when an unasked message may leave. */
  public static Instant endsBy(JourneyState state, Instant at) {
    Calendar quiet = state.clocks().quiet();
    return quiet == null ? at : quiet.openFrom(at);
  }

  /** Whether it is quiet then. */
  static boolean are(JourneyState state, Instant at) {
    return endsBy(state, at).isAfter(at);
  }

  /** When it is quiet next; empty when that is more than a day away. */
  static Optional<Instant> beginSoon(JourneyState state, Instant at) {
    Calendar quiet = state.clocks().quiet();
    return quiet == null ? Optional.empty() : quiet.closesFrom(at);
  }

  /**
   * The due bubble was called back and did not leave: it is said after the quiet. Whether a
   * reminder is still due is decided anew then, since its window may have closed; what was due at a
   * time is made anew as of then. What a recruiter has approved is said as it is.
   */
  public static JourneyState calledBack(JourneyState state, Instant now) {
    Saying saying = Objects.requireNonNull(state.outgoing().saying());
    JourneyState rests = Sayings.braked(state);
    boolean cut = rests.outgoing().saying() == null;
    return cut && saying.reason() == Reason.DUE
        ? Moves.putOff(rests, saying.key(), endsBy(state, now))
        : rests;
  }

  /** When the bot may answer what is open: at once what was just written, else after the quiet. */
  static Instant answersFrom(JourneyState state, List<MessageReceived> open, Instant now) {
    boolean just = now.isBefore(open.getLast().sentAt().plus(JUST_WRITTEN));
    return just ? now : endsBy(state, now);
  }

  /** Whether what is open may be answered now: it was just written, or it isn't quiet. */
  public static boolean mayAnswer(JourneyState state, Instant now) {
    List<MessageReceived> open = state.inbox().open();
    return open.isEmpty() || !now.isBefore(answersFrom(state, open, now));
  }

  /** Whether this reply, nothing of which was said yet, must not begin in quiet hours. */
  public static boolean holdBack(JourneyState state, Saying saying) {
    return state.clocks().quiet() != null && !saying.begun() && unasked(saying.reason());
  }

  /** Whether nobody asked for what the bot says for this reason. */
  static boolean unasked(Reason reason) {
    return switch (reason) {
      case NUDGE, RESUME, WINDOW_CLOSED, DUE -> true;
      case MESSAGES, PERSON, OPT_OUT -> false;
    };
  }
}
