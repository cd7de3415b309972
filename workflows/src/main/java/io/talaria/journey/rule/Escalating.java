package io.talaria.journey.rule;

import io.talaria.journey.Acknowledgement;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Silence;
import io.talaria.journey.Timing;
import io.talaria.journey.Timing.Escalation;
import io.talaria.port.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What nobody acknowledges is told to more people: to the lead, then by e-mail. Acknowledged is
 * what somebody has said that they see to, or has acted on since it was told: by taking over,
 * writing, or saying that they keep it. It is over when what it told of is.
 */
public final class Escalating {
  private Escalating() {}

  /**
   * The team was told: this alert waits for an acknowledgement, unless an older one does already.
   * No-op for alerts and plans that don't escalate; after the end nothing waits.
   */
  public static JourneyState told(JourneyState state, Desk.Kind kind, String episode, Instant at) {
    if (!escalates(kind)) {
      return state;
    }
    JourneyState open =
        state.clocks().acknowledged() == null
            ? state
            : state.withTiming(state.clocks().acknowledgedBy(null));
    return state.plan().times().escalation() == null || state.over() || standing(state)
        ? open
        : open.withTiming(open.clocks().with(new Escalation(kind, episode, at, 0)));
  }

  /**
   * This person sees to all that the team was told. No-op when somebody did already, or when none
   * of it lasts.
   */
  public static JourneyState acknowledged(JourneyState state, Acknowledgement by) {
    return state.clocks().acknowledged() != null || lasting(state).isEmpty()
        ? state
        : state.withTiming(state.clocks().acknowledgedBy(by));
  }

  /** What the team was told of, or would have been where it is told nothing, and lasts still. */
  public static Set<Desk.Kind> lasting(JourneyState state) {
    var lasting = EnumSet.noneOf(Desk.Kind.class);
    if (state.over()) {
      return lasting;
    }
    Silence silence = state.silence();
    if (silence.atRisk()) {
      lasting.add(Desk.Kind.AT_RISK);
    }
    if (state.needsHuman() != null) {
      lasting.add(Desk.Kind.NEEDS_HUMAN);
    }
    if (silence.weOweSince() != null && silence.waitAlerted()) {
      lasting.add(Desk.Kind.WAITING);
    }
    Instant window = state.clocks().windowTold();
    if (silence.weOweSince() != null && window != null && window.equals(silence.windowFrom())) {
      lasting.add(Desk.Kind.WINDOW_CLOSING);
    }
    return lasting;
  }

  /** It was told to whoever comes next. */
  public static JourneyState escalated(JourneyState state, Instant at) {
    Escalation e = state.clocks().escalation();
    return e == null
        ? state
        : state.withTiming(
            state.clocks().with(new Escalation(e.kind(), e.episode(), at, e.level() + 1)));
  }

  /**
   * Without an escalation that is over or acknowledged, so that the next alert begins its own, and
   * without an acknowledgement of what is over.
   */
  public static JourneyState settled(JourneyState state) {
    Timing clocks = state.clocks();
    Escalation open = standing(state) ? clocks.escalation() : null;
    Acknowledgement seen = lasting(state).isEmpty() ? null : clocks.acknowledged();
    Timing settled = clocks.with(open).acknowledgedBy(seen);
    return settled.equals(clocks) ? state : state.withTiming(settled);
  }

  /** Whether an alert waits for an acknowledgement, however often it was escalated. */
  public static boolean standing(JourneyState state) {
    Escalation e = state.clocks().escalation();
    return e != null && !state.over() && lasts(state, e.kind()) && !isAcknowledged(state, e);
  }

  /** When it is told to whoever comes next; empty when nobody does. */
  public static Optional<Instant> dueAt(JourneyState state) {
    List<Duration> steps = state.plan().times().escalation();
    Escalation e = state.clocks().escalation();
    return e == null || steps == null || e.level() >= steps.size() || !standing(state)
        ? Optional.empty()
        : Optional.of(TeamTime.after(state, e.toldAt(), steps.get(e.level())));
  }

  /**
   * When the team is told that it can soon answer a waiting candidate with a template only; once
   * for each window, and not after it has closed.
   */
  static Optional<Instant> windowToldAt(JourneyState state, Instant now) {
    Duration before = state.plan().times().windowClosing();
    Instant from = state.silence().windowFrom();
    boolean waits = state.silence().weOweSince() != null;
    return before == null
            || from == null
            || !waits
            || from.equals(state.clocks().windowTold())
            || !now.isBefore(from.plus(ServiceWindow.LENGTH))
        ? Optional.empty()
        : Optional.of(from.plus(ServiceWindow.LENGTH).minus(before));
  }

  /** When the window closes that the team is told of. */
  public static @Nullable Instant windowCloses(JourneyState state) {
    Instant from = state.silence().windowFrom();
    return from == null ? null : from.plus(ServiceWindow.LENGTH);
  }

  /** The team was told of this window's end. */
  public static JourneyState windowTold(JourneyState state) {
    Timing clocks = state.clocks();
    return state.withTiming(clocks.told(state.silence().windowFrom()));
  }

  private static boolean escalates(Desk.Kind kind) {
    return switch (kind) {
      case AT_RISK, NEEDS_HUMAN, SEND_PROBLEM, WAITING, WINDOW_CLOSING -> true;
      // A review has an end of its own, which the definition says.
      case AFTER_END, OWNER_SILENT, HANDED_OVER, SCHEDULED_NOT_SENT, ESCALATED, REVIEW -> false;
    };
  }

  private static boolean lasts(JourneyState state, Desk.Kind kind) {
    return switch (kind) {
      case AT_RISK -> state.silence().atRisk();
      case NEEDS_HUMAN, SEND_PROBLEM -> state.needsHuman() != null;
      default -> state.silence().weOweSince() != null;
    };
  }

  private static boolean isAcknowledged(JourneyState state, Escalation e) {
    if (state.clocks().acknowledged() != null) {
      return true;
    }
    Holder holder = state.hold().holder();
    if (holder == null) {
      return false;
    }
    Instant acted = holder.actedAt() == null ? holder.since() : holder.actedAt();
    return !acted.isBefore(e.toldAt());
  }
}
