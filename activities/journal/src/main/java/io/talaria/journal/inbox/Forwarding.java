package io.talaria.journal.inbox;

import io.talaria.journal.Sealed;
import io.talaria.journey.JourneyStart;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which messages are to be signalled to their journeys, and by whom. A message is done when the
 * journey's own write says taken in; until then it is signalled, and signalled again.
 *
 * <p>Per candidate only the lowest open messages are leased, all to one relay at a time, so that
 * they are signalled in order. No transaction is held across a call.
 */
@Component
public class Forwarding {
  /** A journey gets no more signals than these before it has taken some in. */
  static final int MOST_AT_ONCE = 20;

  /** Whoever leases has to be through by then; others may take over after it. */
  public static final Duration LEASE = Duration.ofSeconds(30);

  /**
   * A message of the window that should be signalled now: nobody is at it, and it was never
   * signalled, or long ago; the wait doubles with every signal from 30 seconds to 5 minutes.
   */
  private static final String DUE =
      """
      (coalesce(w.lease_until, '-infinity') < now()
       and (w.signalled_at is null
            or w.signalled_at < now() - least(interval '5 minutes',
                                              interval '30 seconds' * power(2, least(w.signals, 10) - 1)))
       and exists (select 1 from number n
                   join definition_version v
                     on v.account_id = n.account_id and v.name = n.definition_name
                   where n.id = w.number_id))
      """;

  private final JdbcClient jdbc;
  private final Sealed sealed;

  Forwarding(JdbcClient jdbc, Sealed sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  /**
   * Leases what is due of one candidate, in the order in which to signal it. Empty when nothing is,
   * or when another relay is at it. The candidate's row lock keeps two relays from leasing at once;
   * a message that was taken in is never leased, so none can start a journey anew.
   */
  @Transactional
  public List<OpenMessage> lease(UUID candidateId) {
    jdbc.sql("select id from candidate where id = :id for no key update")
        .param("id", candidateId)
        .query(UUID.class)
        .optional();
    return jdbc
        .sql(
            """
            with w as (
              select id, seq, number_id, lease_until, signalled_at, signals from message
              where candidate_id = :candidate and direction = 'IN' and taken_in_at is null
              order by seq limit :most)
            update message m set lease_until = now() + make_interval(secs => :lease)
            from w, number n, candidate c
            where m.id = w.id and n.id = w.number_id and c.id = m.candidate_id
              and not exists (select 1 from w held where held.lease_until > now())
              and %s
            returning m.*, n.definition_name, c.country,
                      extract(epoch from now() - m.recorded_at) * 1000 as waited
            """
                .formatted(DUE))
        .param("candidate", candidateId)
        .param("most", MOST_AT_ONCE)
        .param("lease", LEASE.toMillis() / 1000.0)
        .query(this::open)
        .list()
        .stream()
        .sorted(Comparator.comparing(open -> open.message().seq()))
        .toList();
  }

  /**
   * The journey's engine has these signals; those that were not taken in meanwhile are free for
   * others again.
   */
  public void signalled(Collection<UUID> messageIds) {
    jdbc.sql(
            """
            update message set signalled_at = now(), signals = signals + 1, lease_until = null
            where id = any(:ids) and taken_in_at is null
            """)
        .param("ids", messageIds.toArray(UUID[]::new))
        .update();
  }

  /**
   * Nobody answered whether the journey has this message. Its step may stand in the journal and be
   * lost with the engine's memory: then the journey has never heard of it. So it is told again; a
   * journey that has it drops it, and says once more that it was taken in.
   */
  public void unanswered(UUID messageId) {
    jdbc.sql(
            """
            update message set taken_in_at = null, taken_in_by = null
            where id = :id and taken_in_at is not null
            """)
        .param("id", messageId)
        .update();
  }

  /** They could not be signalled: nobody tries before the pause is over. */
  public void putOff(List<UUID> messageIds, Duration pause) {
    jdbc.sql(
            """
            update message set lease_until = now() + make_interval(secs => :pause)
            where id = any(:ids)
            """)
        .param("ids", messageIds.toArray(UUID[]::new))
        .param("pause", pause.toMillis() / 1000.0)
        .update();
  }

  /**
   * Of whom something came while their lower messages were on lease. Asked after {@link #signalled}
   * has committed: a message recorded before that commit is seen here, one recorded after it finds
   * nothing in its way.
   */
  public Set<UUID> more(Collection<UUID> candidateIds) {
    return jdbc.sql(
            """
            select distinct candidate_id from message
            where candidate_id = any(:candidates) and direction = 'IN'
              and taken_in_at is null and signalled_at is null and lease_until is null
            """)
        .param("candidates", candidateIds.toArray(UUID[]::new))
        .query(UUID.class)
        .set();
  }

  /**
   * Candidates of whom something is due, those who wait longest first. Walks the index of open
   * messages, which holds only what no journey has taken in. What is on lease or was just signalled
   * can't be due; it is left out first, and the windows are looked at one by one until there are
   * enough (that is what {@code offset 0} is for), or in a backlog every sweep would look at each
   * candidate's.
   */
  public List<UUID> due(int limit) {
    return jdbc.sql(
            """
            select c.candidate_id
            from (select candidate_id, min(recorded_at) as since from message
                  where direction = 'IN' and taken_in_at is null
                    and coalesce(lease_until, '-infinity') < now()
                    and coalesce(signalled_at, '-infinity') < now() - interval '30 seconds'
                  group by candidate_id order by min(recorded_at) offset 0) c
            where exists (
              select 1
              from (select number_id, lease_until, signalled_at, signals from message
                    where candidate_id = c.candidate_id and direction = 'IN' and taken_in_at is null
                    order by seq limit :most) w
              where %s)
            order by c.since
            limit :limit
            """
                .formatted(DUE))
        .param("most", MOST_AT_ONCE)
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  /**
   * A number whose definition nobody has published, and how many messages wait for it.
   *
   * @param definition its name in the gateway's settings
   */
  public record Undefined(String numberId, String definition, long messages) {}

  /** What can't be signalled, since no journey could run. Nothing is lost: it goes on by itself. */
  public List<Undefined> undefined() {
    return jdbc.sql(
            """
            select n.id, n.definition_name, count(*) from message m join number n on n.id = m.number_id
            where m.direction = 'IN' and m.taken_in_at is null
              and not exists (select 1 from definition_version v
                              where v.account_id = n.account_id and v.name = n.definition_name)
            group by n.id, n.definition_name
            """)
        .query((row, n) -> new Undefined(row.getString(1), row.getString(2), row.getLong(3)))
        .list();
  }

  private OpenMessage open(ResultSet row, int n) throws SQLException {
    UUID candidate = row.getObject("candidate_id", UUID.class);
    String number = row.getString("number_id");
    return new OpenMessage(
        JourneyStart.first(
            row.getObject("account_id", UUID.class),
            candidate,
            row.getString("definition_name"),
            number,
            row.getString("country")),
        Signals.of(
            row.getObject("id", UUID.class),
            row.getLong("seq"),
            row.getObject("sent_at", OffsetDateTime.class).toInstant(),
            row.getString("kind"),
            sealed.text(candidate, row.getBytes("sealed_text")),
            sealed.texts(candidate, row.getBytes("sealed_extra")),
            number),
        row.getInt("signals") > 0,
        Duration.ofMillis(row.getLong("waited")));
  }
}
