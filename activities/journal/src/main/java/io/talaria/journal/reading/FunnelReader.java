package io.talaria.journal.reading;

import io.talaria.journal.reading.Funnel.Stage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The funnel in one grouped statement per question: what comes back is O(stages). */
@Component
public class FunnelReader {
  private final JdbcClient jdbc;
  private final Recount<Asked, Funnel> funnels = new Recount<>();

  FunnelReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * May wait for some seconds where there are very many journeys.
   *
   * @param wished a definition's name; null or unknown for the first one
   */
  public Funnel read(UUID accountId, @Nullable String wished) {
    return funnels.of(new Asked(accountId, wished), () -> count(accountId, wished));
  }

  private record Asked(UUID accountId, @Nullable String definition) {}

  private Funnel count(UUID accountId, @Nullable String wished) {
    List<String> definitions =
        jdbc.sql(
                """
                select distinct definition_name from journey where account_id = :account order by 1
                """)
            .param("account", accountId)
            .query(String.class)
            .list();
    if (definitions.isEmpty()) {
      return new Funnel("", 0, definitions, 0, 0, 0, 0, List.of());
    }
    String definition =
        wished != null && definitions.contains(wished) ? wished : definitions.getFirst();
    return jdbc.sql(
            """
            select max(plan) as plan,
              count(*) filter (where status = 'OPEN') as active,
              count(*) filter (where status = 'OPEN' and at_risk_since is not null) as at_risk,
              count(*) filter (where status = 'COMPLETED') as completed,
              count(*) filter (where status <> 'OPEN') as finished
            from journey where account_id = :account and definition_name = :definition
            """)
        .param("account", accountId)
        .param("definition", definition)
        .query(
            (row, n) ->
                new Funnel(
                    definition,
                    row.getInt("plan"),
                    definitions,
                    row.getLong("active"),
                    row.getLong("at_risk"),
                    row.getLong("completed"),
                    row.getLong("finished"),
                    stages(accountId, definition)))
        .single();
  }

  /**
   * Counts journeys, not visits: who came back to a stage is one person there. The three parts are
   * told from where the journey stands now, so that they always add up to who entered. Who passed a
   * stage over doesn't count there.
   */
  private List<Stage> stages(UUID accountId, String definition) {
    return jdbc.sql(
            """
            select v.stage, count(*) as entered,
              count(*) filter (where j.stage = v.stage and j.status = 'OPEN') as here,
              count(*) filter (where j.stage = v.stage and j.status not in ('OPEN', 'COMPLETED'))
                as lost,
              count(*) filter (where j.stage <> v.stage or j.status = 'COMPLETED') as moved_on,
              min(v.first_entered) as first_entered
            from journey j
            join (select journey_id, stage, min(entered_at) as first_entered from stage_visit
                  where account_id = :account and STAYED group by journey_id, stage) v
              on v.journey_id = j.id
            where j.account_id = :account and j.definition_name = :definition
            group by v.stage
            """
                .replace("STAYED", QueueCondition.STAYED))
        .param("account", accountId)
        .param("definition", definition)
        .query(
            (row, n) ->
                new Stage(
                    row.getString("stage"),
                    row.getLong("entered"),
                    row.getLong("moved_on"),
                    row.getLong("here"),
                    row.getLong("lost"),
                    Times.known(row, "first_entered").toEpochMilli()))
        .list();
  }
}
