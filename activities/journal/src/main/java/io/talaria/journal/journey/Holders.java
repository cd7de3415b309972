package io.talaria.journal.journey;

import io.talaria.journey.Hold;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who holds the journey of a lost run. A worker that froze and woke may have written its state
 * last, from before a takeover, and a run may be lost between the brake's release and its own
 * record. The takeovers' rows only ever move on: where the state says otherwise, they are right.
 */
@Component
class Holders {
  private final JdbcClient jdbc;

  Holders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The state with the holder whom the rows tell. */
  JourneyState told(UUID candidateId, JourneyState left) {
    Holder inState = left.hold().holder();
    Optional<Holder> held = held(candidateId);
    if (held.isPresent()) {
      boolean same = inState != null && inState.takeoverId().equals(held.get().takeoverId());
      return same ? left : heldBy(left, held.get());
    }
    return inState != null && isOver(inState.takeoverId()) ? heldBy(left, null) : left;
  }

  private static JourneyState heldBy(JourneyState state, @Nullable Holder holder) {
    return state.withHold(new Hold(state.hold().epoch(), holder, state.hold().scheduled()));
  }

  private Optional<Holder> held(UUID candidateId) {
    return jdbc.sql(
            """
            select t.id, t.operator_id, o.name, t.held_at
            from takeover t join operator o on o.id = t.operator_id
            where t.candidate_id = :candidate and t.state = 'HELD'
            order by t.held_at desc limit 1
            """)
        .param("candidate", candidateId)
        .query(
            (row, n) ->
                new Holder(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getObject(4, OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** A takeover that the database has never heard of, since it was restored, is not over. */
  private boolean isOver(UUID takeoverId) {
    return jdbc.sql("select exists (select 1 from takeover where id = :id and state = 'RETURNED')")
        .param("id", takeoverId)
        .query(Boolean.class)
        .single();
  }
}
