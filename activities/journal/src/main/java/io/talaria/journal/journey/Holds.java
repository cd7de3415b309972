package io.talaria.journal.journey;

import io.talaria.journey.Holder;
import io.talaria.port.JourneyEvent.OperatorHandback;
import io.talaria.port.JourneyEvent.OperatorHandover;
import io.talaria.port.JourneyEvent.OperatorTakeover;
import io.talaria.port.JourneyWrite;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takeovers as they were done: who held the journey, with which receipt, until when. */
@Component
class Holds {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  Holds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** HELD, with its receipt; whoever held it before doesn't any more, and open alerts are seen. */
  void taken(JourneyWrite write, OperatorTakeover event) {
    Holder holder = write.state().hold().holder();
    if (holder == null) {
      return;
    }
    OffsetDateTime at = event.at().atOffset(ZoneOffset.UTC);
    UUID journey = write.state().journeyId();
    jdbc.sql(
            """
            update takeover set state = 'RETURNED', returned_at = :at,
              returned_by = 'takeover:' || cast(:id as uuid)
            where candidate_id = :candidate and state = 'HELD' and id <> :id
            """)
        .param("at", at)
        .param("candidate", write.candidateId())
        .param("id", holder.takeoverId())
        .update();
    // The console has written the row as REQUESTED; whoever asks without a console has none. A
    // later
    // request may have called this one off while the journey was at it: what the journey did
    // counts.
    jdbc.sql(
            """
            insert into takeover (id, account_id, candidate_id, journey_id, operator_id, epoch, reason,
                                  state, held_at, receipt)
            values (:id, :account, :candidate, :journey, :operator, :epoch, :reason,
                    'HELD', :at, :receipt::jsonb)
            on conflict (id) do update set state = 'HELD', journey_id = excluded.journey_id,
              held_at = excluded.held_at, receipt = excluded.receipt, refusal = null
            where takeover.state in ('REQUESTED', 'REFUSED')
            """)
        .param("id", holder.takeoverId())
        .param("account", write.accountId())
        .param("candidate", write.candidateId())
        .param("journey", journey)
        .param("operator", event.operatorId())
        .param("epoch", write.state().hold().epoch())
        .param("reason", event.reason())
        .param("at", at)
        .param("receipt", JSON.writeValueAsString(event.receipt()))
        .update();
    jdbc.sql(
            """
            update alert set acknowledged_at = :at, acknowledged_by = :operator
            where journey_id = :journey and closed_at is null and acknowledged_at is null
            """)
        .param("at", at)
        .param("operator", event.operatorId())
        .param("journey", journey)
        .update();
  }

  /**
   * A colleague holds it instead: their own takeover, under the epoch that stands, so that the bot
   * may speak at no moment. A brake that somebody else is raising right now stays theirs; whoever
   * is refused then gives it back to the colleague.
   */
  void passed(JourneyWrite write, OperatorHandover event) {
    Holder holder = write.state().hold().holder();
    if (holder == null) {
      return;
    }
    OffsetDateTime at = event.at().atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            update brake set takeover_id = :id, holder_id = :operator
            where candidate_id = :candidate and takeover_id in
              (select id from takeover where candidate_id = :candidate and state = 'HELD')
            """)
        .param("id", holder.takeoverId())
        .param("operator", holder.operatorId())
        .param("candidate", write.candidateId())
        .update();
    jdbc.sql(
            """
            with given as (
              update takeover set state = 'RETURNED', returned_at = :at,
                returned_by = 'handover:' || cast(:id as uuid)
              where candidate_id = :candidate and state = 'HELD' and id <> :id
              returning id)
            insert into takeover (id, account_id, candidate_id, journey_id, operator_id, epoch, reason,
                                  state, requested_at, held_at, confirmed_at, passed_from)
            values (:id, :account, :candidate, :journey, :operator, :epoch, :note,
                    'HELD', :at, :at, :at, (select id from given limit 1))
            on conflict (id) do nothing
            """)
        .param("at", at)
        .param("id", holder.takeoverId())
        .param("candidate", write.candidateId())
        .param("account", write.accountId())
        .param("journey", write.state().journeyId())
        .param("operator", holder.operatorId())
        .param("epoch", write.state().hold().epoch())
        .param("note", event.note())
        .update();
  }

  /** RETURNED, unless the release of the brake has said so already. */
  void returned(UUID journeyId, OperatorHandback event) {
    jdbc.sql(
            """
            update takeover set state = 'RETURNED', returned_at = :at, summary = :summary,
              outcome = :outcome, notes = :notes, returned_by = :by
            where journey_id = :journey and state = 'HELD'
            """)
        .param("at", event.at().atOffset(ZoneOffset.UTC))
        .param("summary", event.summary())
        .param("outcome", event.outcome() == null ? null : event.outcome().name())
        .param("notes", event.notes())
        .param("by", event.automatic() ? event.cause() : "handback:" + event.cause())
        .param("journey", journeyId)
        .update();
  }
}
