package io.talaria.journal.definition;

import io.talaria.journal.Sealed;
import io.talaria.journey.JourneyState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which journeys are on which plan of a definition. Loads a page at a time. */
@Component
public class PlanUsers {
  private static final UUID FIRST = new UUID(0, 0);

  private static final String COLUMNS =
      "select id, candidate_id, plan, stage, step, status, sealed_state from journey ";

  private final JdbcClient jdbc;
  private final Sealed sealed;

  PlanUsers(JdbcClient jdbc, Sealed sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  /**
   * A journey and its plan.
   *
   * @param state as its last write left it; null before its first
   */
  public record User(
      UUID journeyId,
      UUID candidateId,
      int plan,
      String stage,
      @Nullable String step,
      boolean open,
      @Nullable JourneyState state) {}

  /** The accounts in which this definition was published. */
  public List<UUID> accounts(String definition) {
    // A table of few rows, read once for an act of a person.
    return jdbc.sql("select distinct account_id from definition_version where name = :name")
        .param("name", definition)
        .query(UUID.class)
        .list();
  }

  /**
   * A page of open journeys on plans before this one, by their ids.
   *
   * @param after the last journey of the page before; null for the first page
   */
  public List<User> before(
      UUID accountId, String definition, int plan, @Nullable UUID after, int size) {
    // Primary key, in its order; the rest filters. An act of a person, not of every message.
    return jdbc.sql(
            COLUMNS
                + """
                where id > :after and status = 'OPEN' and account_id = :account
                  and definition_name = :definition and plan < :plan
                order by id limit :size
                """)
        .param("after", after == null ? FIRST : after)
        .param("account", accountId)
        .param("definition", definition)
        .param("plan", plan)
        .param("size", size)
        .query(this::read)
        .list();
  }

  /** The journey with this id, open or not. */
  public Optional<User> byId(UUID journeyId) {
    return jdbc.sql(COLUMNS + "where id = :id")
        .param("id", journeyId)
        .query(this::read)
        .optional();
  }

  private User read(ResultSet row, int n) throws SQLException {
    UUID candidate = row.getObject("candidate_id", UUID.class);
    byte[] state = row.getBytes("sealed_state");
    return new User(
        row.getObject("id", UUID.class),
        candidate,
        row.getInt("plan"),
        row.getString("stage"),
        row.getString("step"),
        row.getString("status").equals("OPEN"),
        state == null ? null : sealed.json(candidate, state, JourneyState.class));
  }
}
