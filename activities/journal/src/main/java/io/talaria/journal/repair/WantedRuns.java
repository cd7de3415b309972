package io.talaria.journal.repair;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open journeys for which somebody asked and met no run. Whoever only reads journeys and asks them
 * says so here; whoever may begin runs looks here.
 */
@Component
public class WantedRuns {
  private final JdbcClient jdbc;

  WantedRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Calls for a run of the candidate's open journey. Said again it changes nothing.
   *
   * @return false when no journey is open: nothing is to go on then
   */
  @Transactional
  public boolean callFor(UUID candidateId) {
    return jdbc.sql(
                """
                insert into run_wanted (journey_id, account_id)
                select id, account_id from journey where candidate_id = :candidate and status = 'OPEN'
                on conflict (journey_id) do update set asked_at = run_wanted.asked_at
                """)
            .param("candidate", candidateId)
            .update()
        == 1;
  }

  /** Journeys that are called for, the longest waiting first. */
  @Transactional(readOnly = true)
  public List<UUID> oldest(int limit) {
    return jdbc.sql("select journey_id from run_wanted order by asked_at limit :limit")
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  /** It runs again, or is over. */
  @Transactional
  public void forget(UUID journeyId) {
    jdbc.sql("delete from run_wanted where journey_id = :journey")
        .param("journey", journeyId)
        .update();
  }
}
