package io.talaria.journal.inbox;

import io.talaria.journey.SendDelivered;
import io.talaria.journey.SendSettled;
import io.talaria.journey.SendTimed;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Facts on their way to a running journey that are not messages. */
@Component
public class JourneyOutbox {
  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  JourneyOutbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A fact on lease to whoever signals it. */
  public sealed interface Fact {
    UUID id();

    UUID candidateId();
  }

  /** The outcome of a send is known, or has changed. */
  public record Settled(UUID id, UUID candidateId, SendSettled settled) implements Fact {}

  /** WhatsApp dates a send differently. */
  public record Timed(UUID id, UUID candidateId, SendTimed timed) implements Fact {}

  /** A send has arrived whose arrival the journey waits for. */
  public record Delivered(UUID id, UUID candidateId, SendDelivered delivered) implements Fact {}

  void settled(UUID accountId, UUID candidateId, SendSettled settled) {
    add(accountId, candidateId, "SEND_SETTLED", settled.key(), settled);
  }

  void timed(UUID accountId, UUID candidateId, SendTimed timed) {
    add(accountId, candidateId, "SEND_TIMED", timed.key(), timed);
  }

  void delivered(UUID accountId, UUID candidateId, SendDelivered delivered) {
    add(accountId, candidateId, "SEND_DELIVERED", delivered.key(), delivered);
  }

  /**
   * Written with a change, under its send's lock. A fact that was true before, and is again, is
   * told again, behind what was told between.
   */
  private void add(UUID accountId, UUID candidateId, String kind, String key, Object body) {
    jdbc.sql(
            """
            insert into journey_outbox (id, account_id, candidate_id, kind, intent_key, body, created_at)
            values (:id, :account, :candidate, :kind, :key, cast(:body as jsonb), clock_timestamp())
            on conflict (kind, intent_key, body) do update
              set created_at = excluded.created_at, done_at = null, lease_until = null
            """)
        .param("id", UUID.randomUUID())
        .param("account", accountId)
        .param("candidate", candidateId)
        .param("kind", kind)
        .param("key", key)
        .param("body", json.writeValueAsString(body))
        .update();
  }

  /** Leases the oldest facts that nobody is at, oldest first. */
  @Transactional
  public List<Fact> claim(int limit, Duration lease) {
    return jdbc.sql(
            """
            with taken as (
              update journey_outbox set lease_until = now() + make_interval(secs => :lease)
              where id in (select id from journey_outbox
                           where done_at is null and (lease_until is null or lease_until < now())
                           order by created_at limit :limit for update skip locked)
              returning id, candidate_id, kind, body, created_at)
            select id, candidate_id, kind, body::text as body from taken order by created_at, id
            """)
        .param("limit", limit)
        .param("lease", lease.toMillis() / 1000.0)
        .query(
            (row, n) ->
                fact(
                    row.getObject("id", UUID.class),
                    row.getObject("candidate_id", UUID.class),
                    row.getString("kind"),
                    row.getString("body")))
        .list();
  }

  /** The journey has it, or there is no journey that wants it. */
  public void done(UUID id) {
    jdbc.sql("update journey_outbox set done_at = now(), lease_until = null where id = :id")
        .param("id", id)
        .update();
  }

  /** It could not be told: nobody tries before the pause is over. */
  public void putOff(UUID id, Duration pause) {
    jdbc.sql(
            """
            update journey_outbox set lease_until = now() + make_interval(secs => :pause)
            where id = :id
            """)
        .param("id", id)
        .param("pause", pause.toMillis() / 1000.0)
        .update();
  }

  private Fact fact(UUID id, UUID candidateId, String kind, String body) {
    return switch (kind) {
      case "SEND_SETTLED" -> new Settled(id, candidateId, json.readValue(body, SendSettled.class));
      case "SEND_TIMED" -> new Timed(id, candidateId, json.readValue(body, SendTimed.class));
      case "SEND_DELIVERED" ->
          new Delivered(id, candidateId, json.readValue(body, SendDelivered.class));
      default -> throw new IllegalStateException("Unknown kind of fact: " + kind);
    };
  }
}
