package io.talaria.journal.journey;

import io.talaria.journal.AtCommit;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.Silence;
import io.talaria.journey.rule.Escalating;
import io.talaria.port.Desk.Kind;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Alerts end when what they told of ends, so that nobody is told again and the queue is honest. */
@Component
class Episodes {
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
        """,
        state.journeyId(),
        over.stream().map(Kind::name).toArray(String[]::new));
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
    JourneyState.Holder holder = state.hold().holder();
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
