package io.talaria.journal.journey;

import io.talaria.journal.AtCommit;
import io.talaria.journey.Acknowledgement;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.End;
import io.talaria.journey.Silence;
import io.talaria.journey.rule.Escalating;
import io.talaria.port.Desk.Kind;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Alerts end when what they told of ends, so that nobody is told again and the queue is honest. */
@Component
class Episodes {
  /** What asks somebody of the team to act, and what was told since nobody did. */
  private static final String[] SEEN_TO = {
    "AT_RISK", "NEEDS_HUMAN", "SEND_PROBLEM", "WAITING", "WINDOW_CLOSING", "ESCALATED"
  };

  private final AtCommit atCommit;

  Episodes(AtCommit atCommit) {
    this.atCommit = atCommit;
  }

  void closeWhatIsOver(JourneyState state) {
    Set<Kind> over = over(state);
    if (over.isEmpty()) {
      return;
    }
    // Index alert_open: a journey has a handful at most.
    atCommit.run(
        """
        update alert set closed_at = clock_timestamp()
        where journey_id = ? and closed_at is null and kind = any(?)
          and (kind <> 'SEND_PROBLEM' or since < coalesce(?, 'infinity'::timestamptz))
        """,
        state.journeyId(),
        over.stream().map(Kind::name).toArray(String[]::new),
        problemsFrom(state));
  }

  /**
   * A message that did not arrive is told without anybody being needed for it to whoever holds the
   * journey, until they act, and after its end. Null where it is over when nobody is needed.
   */
  private static @Nullable OffsetDateTime problemsFrom(JourneyState state) {
    End end = state.end();
    Holder holder = state.hold().holder();
    if (end != null) {
      return end.at().atOffset(ZoneOffset.UTC);
    }
    if (holder == null) {
      return null;
    }
    return Objects.requireNonNullElse(holder.actedAt(), holder.since()).atOffset(ZoneOffset.UTC);
  }

  /**
   * Alerts that somebody sees to are told to nobody who wasn't told yet. Alerts of another kind,
   * such as a hand-over, end by themselves.
   */
  void acknowledge(JourneyState state) {
    Acknowledgement by = state.clocks().acknowledged();
    if (by == null) {
      return;
    }
    // Index alert_open.
    atCommit.run(
        """
        update alert set acknowledged_at = ?, acknowledged_by = ?
        where journey_id = ? and closed_at is null and acknowledged_at is null and kind = any(?)
        """,
        by.at().atOffset(ZoneOffset.UTC),
        by.operatorId(),
        state.journeyId(),
        SEEN_TO);
  }

  static Set<Kind> over(JourneyState state) {
    Silence silence = state.silence();
    var over = EnumSet.noneOf(Kind.class);
    if (state.over() || silence.candidateOwesSince() == null) {
      over.add(Kind.AT_RISK);
    }
    if (state.over() || silence.weOweSince() == null) {
      over.add(Kind.WAITING);
    }
    if (state.inReview() == null) {
      over.add(Kind.REVIEW);
    }
    boolean sameWindow = Objects.equals(silence.windowFrom(), state.clocks().windowTold());
    if (state.over() || silence.weOweSince() == null || !sameWindow) {
      over.add(Kind.WINDOW_CLOSING);
    }
    if (!Escalating.standing(state)) {
      over.add(Kind.ESCALATED);
    }
    Holder holder = state.hold().holder();
    if (state.over() || holder == null || holder.warnedAt() == null) {
      over.add(Kind.OWNER_SILENT);
    }
    if (state.over() || holder == null || holder.actedAt() != null) {
      over.add(Kind.HANDED_OVER);
    }
    if (!state.over() && state.hold().waiting().stream().allMatch(s -> s.problem() == null)) {
      over.add(Kind.SCHEDULED_NOT_SENT);
    }
    if (state.over() || state.needsHuman() == null) {
      over.add(Kind.NEEDS_HUMAN);
      over.add(Kind.SEND_PROBLEM);
    }
    return over;
  }
}
