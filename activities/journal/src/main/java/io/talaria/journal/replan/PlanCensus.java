package io.talaria.journal.replan;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which plans are published, and how many open journeys are on each. */
@Component
public class PlanCensus {
  private final JdbcClient jdbc;

  PlanCensus(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * All plans of an account, by definition, the newest first. Reads every open journey of the
   * account once: for somebody who looks, not for a clock.
   */
  public List<PlanStanding> read(UUID accountId) {
    // definition_version by its primary key; journey by journey_stage for each definition.
    return jdbc.sql(
            """
            with plans as (
              select name, plan, max(text_revision) as texts, min(published_at) as published_at
              from definition_version where account_id = :account group by name, plan),
            people as (
              select j.definition_name, j.plan, count(*) as open
              from (select distinct name from plans) known
              join journey j on j.account_id = :account and j.definition_name = known.name
                and j.status = 'OPEN'
              group by j.definition_name, j.plan)
            select p.name, p.plan, p.texts, p.published_at, coalesce(o.open, 0) as open
            from plans p left join people o on o.definition_name = p.name and o.plan = p.plan
            order by p.name, p.plan desc
            """)
        .param("account", accountId)
        .query(
            (row, n) ->
                new PlanStanding(
                    row.getString("name"),
                    row.getInt("plan"),
                    row.getInt("texts"),
                    row.getObject("published_at", OffsetDateTime.class).toInstant(),
                    row.getLong("open")))
        .list();
  }
}
