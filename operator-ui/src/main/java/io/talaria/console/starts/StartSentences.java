package io.talaria.console.starts;

import io.talaria.console.starts.StartAnswer.Refused;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Names;
import io.talaria.console.words.Words;
import io.talaria.journal.planned.ListedStart;
import io.talaria.journal.planned.PlannedStart;
import io.talaria.journal.planned.PlannedStart.State;
import io.talaria.journal.planned.StartRefusal;
import java.util.Objects;

/** What is told of planned starts, in the reader's language. */
record StartSentences(Moments moments) {

  /** Why nothing was done, and what to do. */
  String refusal(Refused refused) {
    PlannedStart standing = refused.standing();
    if (standing == null) {
      return words().say("starts.refused." + refused.why());
    }
    return refused.why() == StartRefusal.SETTLED
        ? settled(standing)
        : words()
            .say(
                "starts.refused." + refused.why() + ".by",
                "t",
                moments.near(standing.at()),
                "by",
                Objects.requireNonNullElse(standing.changedBy(), standing.plannedBy()));
  }

  private String settled(PlannedStart standing) {
    return standing.state() == State.VOID
        ? words().say("starts.refused.VOID", "why", reason(standing))
        : words()
            .say(
                "starts.refused." + standing.state(),
                "by",
                Objects.requireNonNullElse(standing.changedBy(), standing.plannedBy()));
  }

  /** Why a start is void. */
  String reason(PlannedStart start) {
    String code = Objects.requireNonNullElse(start.reason(), "");
    return words().sayOr("starts.void." + code, code);
  }

  /** What the candidate is called. */
  String name(ListedStart listed) {
    return listed.name() == null && listed.phone() != null
        ? listed.phone()
        : Names.of(listed.name(), listed.start().candidateId(), words());
  }

  Words words() {
    return moments.words();
  }
}
