package io.talaria.journal.inbox;

import io.talaria.journal.AtCommit;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Raw webhook bodies: stored once, before the sender gets its answer. */
@Component
public class Deliveries {
  private final JdbcClient jdbc;
  private final AtCommit atCommit;

  Deliveries(JdbcClient jdbc, AtCommit atCommit) {
    this.jdbc = jdbc;
    this.atCommit = atCommit;
  }

  /**
   * Stores a body, leased to the caller, who is about to work on it. One statement, one commit.
   *
   * @param lease after it, any gateway's sweeper may take the delivery
   */
  public Delivery store(String source, byte[] body, Duration lease) {
    UUID id = UUID.randomUUID();
    return jdbc.sql(
            """
            insert into webhook_delivery (id, source, body, lease_until, attempts)
            values (:id, :source, :body, now() + make_interval(secs => :lease), 1)
            returning received_at
            """)
        .param("id", id)
        .param("source", source)
        .param("body", body)
        .param("lease", lease.toMillis() / 1000.0)
        .query(
            (row, n) ->
                new Delivery(
                    id, source, body, row.getObject(1, OffsetDateTime.class).toInstant(), 1))
        .single();
  }

  /** Stores a body whose one item is recorded in the current transaction: nothing is left to do. */
  public void storeDone(Delivery delivery) {
    atCommit.run(
        """
        insert into webhook_delivery (id, source, body, received_at, done_at, attempts)
        values (?, ?, ?, ?, now(), ?)
        """,
        delivery.id(),
        delivery.source(),
        delivery.body(),
        delivery.receivedAt().atOffset(ZoneOffset.UTC),
        delivery.attempts());
  }

  /**
   * Leases the oldest deliveries that nobody works on; those of other gateways are skipped, not
   * waited for.
   *
   * @param inHand what the caller has in its own queue, whose lease may have run out there
   */
  @Transactional
  public List<Delivery> claim(int limit, Duration lease, Collection<UUID> inHand) {
    return jdbc.sql(
            """
            update webhook_delivery
            set lease_until = now() + make_interval(secs => :lease), attempts = attempts + 1
            where id in (select id from webhook_delivery
                         where done_at is null and (lease_until is null or lease_until < now())
                           and id <> all(:inHand)
                         order by received_at limit :limit for update skip locked)
            returning id, source, body, received_at, attempts
            """)
        .param("limit", limit)
        .param("inHand", inHand.toArray(UUID[]::new))
        .param("lease", lease.toMillis() / 1000.0)
        .query(
            (row, n) ->
                new Delivery(
                    row.getObject("id", UUID.class),
                    row.getString("source"),
                    row.getBytes("body"),
                    row.getObject("received_at", OffsetDateTime.class).toInstant(),
                    row.getInt("attempts")))
        .list();
  }

  /** The delivery as it was stored; for what is tried again from quarantine. */
  public Delivery get(UUID id) {
    return jdbc.sql(
            "select source, body, received_at, attempts from webhook_delivery where id = :id")
        .param("id", id)
        .query(
            (row, n) ->
                new Delivery(
                    id,
                    row.getString("source"),
                    row.getBytes("body"),
                    row.getObject("received_at", OffsetDateTime.class).toInstant(),
                    row.getInt("attempts")))
        .single();
  }

  /** Renews the lease of a long batch. */
  public void keep(UUID id, Duration lease) {
    jdbc.sql(
            """
            update webhook_delivery set lease_until = now() + make_interval(secs => :lease)
            where id = :id
            """)
        .param("id", id)
        .param("lease", lease.toMillis() / 1000.0)
        .update();
  }

  /** Every item is recorded or in quarantine. */
  public void done(UUID id) {
    atCommit.run(
        """
        update webhook_delivery set done_at = now(), lease_until = null
        where id = ? and done_at is null
        """,
        id);
  }
}
