package io.talaria.journal.planned;

import io.talaria.journey.JourneyStart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Planned starts whose time has come, for whoever begins them. */
@Component
public class DueStarts {
  /** Of a start {@code p}: its candidate wants no messages, or has a journey already. */
  private static final String OVERTAKEN =
      """
      (exists (select 1 from opt_out o
         where o.candidate_id = p.candidate_id and o.revoked_at is null)
       or exists (select 1 from journey j
         where j.candidate_id = p.candidate_id and j.status = 'OPEN'))
      """;

  private static final String ITS_OWN = "p.account_id = any(:accounts)";

  private static final String HAS_ITS_PLACE =
      """
       and p.looked_at is not null and exists (select 1 from approach a
        where a.candidate_id = p.candidate_id and a.last_at > now() - interval '24 hours')
      """;

  private final JdbcClient jdbc;
  private final StartRoom room;

  DueStarts(JdbcClient jdbc, StartRoom room) {
    this.jdbc = jdbc;
    this.room = room;
  }

  /**
   * Those whose candidate wants no messages by now, or has an open journey, are void.
   *
   * @param dueFor only those that are due since less than this: of what waits for days, for room
   *     say, there may be many
   */
  public int dropOvertaken(Duration dueFor) {
    // Index planned_start_due.
    return jdbc.sql(
            """
            update planned_start p
            set state = 'VOID', settled_at = now(),
              reason = case when exists (select 1 from opt_out o
                  where o.candidate_id = p.candidate_id and o.revoked_at is null)
                then 'opted_out' else 'journey_open' end
            where p.state = 'PLANNED' and p.at <= now() and p.at > now() - make_interval(secs => :due)
              and %s
            """
                .formatted(OVERTAKEN))
        .param("due", dueFor.toMillis() / 1000.0)
        .update();
  }

  /**
   * Takes some that are due, the longest first. Each is given out once per pause, to one caller; it
   * stays planned until its journey has begun. Not one that is overtaken, nor one whose candidate
   * has just written: their message begins the journey. Nor one for which WhatsApp's messaging
   * limit has no room, or whose number was reported: those wait until that is over.
   */
  @Transactional
  public List<JourneyStart> take(Duration pause, int limit) {
    List<UUID> limited = room.limited();
    var taken = new ArrayList<>(take("not " + ITS_OWN, limited, pause, limit));
    for (UUID account : limited) {
      OptionalInt left = room.of(account);
      if (left.isPresent()) {
        taken.addAll(take(account, left.getAsInt(), pause, limit));
      }
    }
    return List.copyOf(taken);
  }

  private List<JourneyStart> take(UUID account, int left, Duration pause, int limit) {
    var its = List.of(account);
    // First those that were handed out before and begun by nobody: they have their places.
    var starts = new ArrayList<>(take(ITS_OWN + HAS_ITS_PLACE, its, pause, limit));
    if (left > 0) {
      List<JourneyStart> next = take(ITS_OWN, its, pause, Math.min(left, limit));
      room.keep(next);
      starts.addAll(next);
    }
    return starts;
  }

  private List<JourneyStart> take(String which, List<UUID> accounts, Duration pause, int limit) {
    // Index planned_start_due. What many wait for is asked first, and of few numbers once.
    return jdbc.sql(
            """
            update planned_start due set looked_at = now()
            from candidate c
            where c.id = due.candidate_id and due.id in (
              select p.id from planned_start p
              where p.state = 'PLANNED' and p.at <= now()
                and p.number_id <> all(array(select h.number_id from spam_hold h
                  where h.lifted_at is null and h.until > now()))
                and (p.looked_at is null or p.looked_at < now() - make_interval(secs => :pause))
                and %s and not %s
                and not exists (select 1 from message m where m.candidate_id = p.candidate_id
                  and m.direction = 'IN' and m.taken_in_at is null)
              order by p.at limit :limit for update skip locked)
            returning due.id, due.account_id, due.candidate_id, due.definition_name, due.number_id,
              c.country
            """
                .formatted(which, OVERTAKEN))
        .param("accounts", accounts.toArray(UUID[]::new))
        .param("pause", pause.toMillis() / 1000.0)
        .param("limit", limit)
        .query(
            (row, n) ->
                JourneyStart.first(
                        row.getObject("account_id", UUID.class),
                        row.getObject("candidate_id", UUID.class),
                        row.getString("definition_name"),
                        row.getString("number_id"),
                        row.getString("country"))
                    .asPlanned(row.getObject("id", UUID.class)))
        .list();
  }
}
