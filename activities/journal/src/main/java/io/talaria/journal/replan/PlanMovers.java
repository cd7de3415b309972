package io.talaria.journal.replan;

import io.talaria.journal.Sealed;
import io.talaria.journal.definition.Definitions;
import io.talaria.journal.definition.UnknownDefinition;
import io.talaria.journal.replan.Mover.Prospect;
import io.talaria.journey.JourneyState;
import io.talaria.journey.rule.PlanMoves;
import io.talaria.journey.rule.PlanMoves.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which journeys are on older plans, and what the move to another one means for each, by the
 * journey's own rule. Reads only; a page at a time.
 */
@Component
public class PlanMovers {
  private static final UUID FIRST = new UUID(0, 0);

  private static final String COLUMNS =
      "select id, candidate_id, plan, stage, step, status, sealed_state from journey ";

  private final JdbcClient jdbc;
  private final Definitions definitions;
  private final Sealed sealed;

  PlanMovers(JdbcClient jdbc, Definitions definitions, Sealed sealed) {
    this.jdbc = jdbc;
    this.definitions = definitions;
    this.sealed = sealed;
  }

  /**
   * The plan in each account in which the definition is published.
   *
   * @param number null for the newest
   * @throws UnknownDefinition if an account's definition has no plan of this number
   */
  public List<PlanTarget> targets(String definition, @Nullable Integer number) {
    // A table of few rows, read once for an act of a person.
    return jdbc
        .sql("select distinct account_id from definition_version where name = :name")
        .param("name", definition)
        .query(UUID.class)
        .list()
        .stream()
        .map(
            account -> {
              var published =
                  number == null
                      ? definitions.newest(account, definition)
                      : definitions.of(account, definition, number);
              return new PlanTarget(account, definition, published.definition().plan());
            })
        .toList();
  }

  /**
   * A page of open journeys on plans before this one, by their ids.
   *
   * @param stages ids of old stages to those that take their place
   * @param after the last journey of the page before; null for the first page
   */
  public List<Mover> before(
      PlanTarget target, Map<String, String> stages, @Nullable UUID after, int size) {
    // Primary key, in its order; the rest filters. An act of a person, not of every message.
    return jdbc.sql(
            COLUMNS
                + """
                where id > :after and status = 'OPEN' and account_id = :account
                  and definition_name = :definition and plan < :plan
                order by id limit :size
                """)
        .param("after", after == null ? FIRST : after)
        .param("account", target.accountId())
        .param("definition", target.definition())
        .param("plan", target.number())
        .param("size", size)
        .query((row, n) -> read(row, target, stages))
        .list();
  }

  /** How this journey stands now. */
  public Optional<Mover> now(UUID journeyId, PlanTarget target, Map<String, String> stages) {
    return jdbc.sql(COLUMNS + "where id = :id")
        .param("id", journeyId)
        .query((row, n) -> read(row, target, stages))
        .optional();
  }

  private Mover read(ResultSet row, PlanTarget target, Map<String, String> stages)
      throws SQLException {
    UUID candidate = row.getObject("candidate_id", UUID.class);
    byte[] bytes = row.getBytes("sealed_state");
    int plan = row.getInt("plan");
    String stage = row.getString("stage");
    String step = row.getString("step");
    Prospect prospect;
    String toStage = stage;
    String toStep = step;
    if (plan >= target.number()) {
      prospect = Prospect.THERE_ALREADY;
    } else if (!row.getString("status").equals("OPEN")) {
      prospect = Prospect.ENDED;
    } else if (bytes == null) {
      prospect = Prospect.BEGINS;
    } else {
      JourneyState state = sealed.json(candidate, bytes, JourneyState.class);
      Verdict verdict = PlanMoves.verdict(state, target.plan(), stages);
      prospect = Prospect.valueOf(verdict.outcome().name());
      toStage = verdict.stage();
      toStep = verdict.step();
    }
    return new Mover(
        row.getObject("id", UUID.class), candidate, plan, stage, step, prospect, toStage, toStep);
  }
}
