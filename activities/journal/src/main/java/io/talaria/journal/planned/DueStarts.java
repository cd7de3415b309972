package io.talaria.journal.planned;

import io.talaria.journey.JourneyStart;
import java.time.Duration;
import java.util.List;
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

  private final JdbcClient jdbc;

  DueStarts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those whose candidate wants no messages by now, or has an open journey, are void. */
  public int dropOvertaken() {
    // Index planned_start_due: few rows are due at a time.
    return jdbc.sql(
            """
            update planned_start p
            set state = 'VOID', settled_at = now(),
              reason = case when exists (select 1 from opt_out o
                  where o.candidate_id = p.candidate_id and o.revoked_at is null)
                then 'opted_out' else 'journey_open' end
            where p.state = 'PLANNED' and p.at <= now() and %s
            """
                .formatted(OVERTAKEN))
        .update();
  }

  /**
   * Takes some that are due, the longest first. Each is given out once per pause, to one caller; it
   * stays planned until its journey has begun. Not one that is overtaken, nor one whose candidate
   * has just written: their message begins the journey.
   */
  @Transactional
  public List<JourneyStart> take(Duration pause, int limit) {
    // Index planned_start_due.
    return jdbc.sql(
            """
            update planned_start due set looked_at = now()
            from candidate c
            where c.id = due.candidate_id and due.id in (
              select p.id from planned_start p
              where p.state = 'PLANNED' and p.at <= now() and not %s
                and (p.looked_at is null or p.looked_at < now() - make_interval(secs => :pause))
                and not exists (select 1 from message m where m.candidate_id = p.candidate_id
                  and m.direction = 'IN' and m.taken_in_at is null)
              order by p.at limit :limit for update skip locked)
            returning due.id, due.account_id, due.candidate_id, due.definition_name, due.number_id,
              c.country
            """
                .formatted(OVERTAKEN))
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
