package io.talaria.journal.planned;

import io.talaria.journal.Sealed;
import io.talaria.journal.definition.Definitions;
import io.talaria.journal.definition.UnknownDefinition;
import io.talaria.journal.inbox.Acquaintances;
import io.talaria.journal.planned.PlannedStart.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans starts of journeys, and changes or cancels them until they begin. */
@Component
public class PlannedStarts {
  /** A clock that is a little ahead of ours plans no start in the past. */
  private static final Duration SLACK = Duration.ofMinutes(5);

  private static final Duration FARTHEST = Duration.ofDays(366);

  private static final String COLUMNS =
      """
      select id, account_id, candidate_id, number_id, definition_name, at, planned_by, state, reason,
        journey_id, changed_by, changed_at
      from planned_start
      """;

  private final JdbcClient jdbc;
  private final Definitions definitions;
  private final Acquaintances acquaintances;
  private final Sealed sealed;

  PlannedStarts(
      JdbcClient jdbc, Definitions definitions, Acquaintances acquaintances, Sealed sealed) {
    this.jdbc = jdbc;
    this.definitions = definitions;
    this.acquaintances = acquaintances;
    this.sealed = sealed;
  }

  /**
   * Plans a start. The same wish again answers how it stands and changes nothing.
   *
   * @throws NotPlanned with the reason; nothing is written then
   */
  @Transactional
  public PlannedStart plan(StartWish wish) {
    String spoken = spoken(wish);
    check(wish.at());
    String definition = wish.definition() == null ? spoken : wish.definition();
    try {
      var newest = definitions.newest(wish.accountId(), definition).definition();
      if (newest.opening() == null) {
        throw new NotPlanned(StartRefusal.NO_TEMPLATE);
      }
    } catch (UnknownDefinition e) {
      throw new NotPlanned(StartRefusal.UNKNOWN_DEFINITION);
    }
    // Under the candidate's row lock: of two wishes at once, one finds the other's row.
    UUID candidate = acquaintances.meet(wish.accountId(), wish.candidate());
    Optional<PlannedStart> same = byId(wish.id());
    if (same.isPresent()) {
      return own(same.get(), wish, candidate);
    }
    if (exists("opt_out where candidate_id = :candidate and revoked_at is null", candidate)) {
      throw new NotPlanned(StartRefusal.OPTED_OUT);
    }
    if (exists("journey where candidate_id = :candidate and status = 'OPEN'", candidate)) {
      throw new NotPlanned(StartRefusal.JOURNEY_OPEN);
    }
    Optional<PlannedStart> other = planned(candidate);
    if (other.isPresent()) {
      throw new NotPlanned(StartRefusal.PLANNED_ALREADY, other.get());
    }
    int written =
        jdbc.sql(
                """
                insert into planned_start
                  (id, account_id, candidate_id, number_id, definition_name, at, sealed_opt_in, planned_by)
                values (:id, :account, :candidate, :number, :definition, :at, :optIn, :by)
                on conflict (id) do nothing
                """)
            .param("id", wish.id())
            .param("account", wish.accountId())
            .param("candidate", candidate)
            .param("number", wish.numberId())
            .param("definition", definition)
            .param("at", utc(wish.at()))
            .param("optIn", sealed.text(candidate, wish.optIn()))
            .param("by", wish.by())
            .update();
    if (written == 0) {
      throw new NotPlanned(StartRefusal.ID_TAKEN);
    }
    return byId(wish.id()).orElseThrow();
  }

  private static PlannedStart own(PlannedStart known, StartWish wish, UUID candidate) {
    if (!known.accountId().equals(wish.accountId()) || !known.candidateId().equals(candidate)) {
      throw new NotPlanned(StartRefusal.ID_TAKEN);
    }
    return known;
  }

  /**
   * Who changes or cancels a start, and what they saw of it.
   *
   * @param seen the time that it had then: where it has another one by now, nothing is changed;
   *     null for whoever didn't look
   */
  public record Editor(String by, @Nullable Instant seen) {}

  /**
   * Plans another time for it. No-op where it has that time already.
   *
   * @throws NotPlanned if there is none, or it has begun, was cancelled or is void, or has another
   *     time than the editor saw
   */
  @Transactional
  public PlannedStart change(UUID accountId, UUID id, Instant wished, Editor editor) {
    check(wished);
    // PostgreSQL keeps microseconds.
    Instant at = wished.truncatedTo(ChronoUnit.MICROS);
    // The state is the fence: whatever begins it changes the same row.
    boolean changed =
        edit(
            "at = :at, looked_at = null",
            "and at <> :at",
            accountId,
            editor,
            Map.of("at", utc(at), "id", id));
    PlannedStart now = known(accountId, id);
    if (changed || (now.state() == State.PLANNED && now.at().equals(at))) {
      return now;
    }
    throw new NotPlanned(
        now.state() == State.PLANNED ? StartRefusal.CHANGED : StartRefusal.SETTLED, now);
  }

  /**
   * It won't begin. No-op for one that was cancelled before.
   *
   * @throws NotPlanned if there is none, or it has begun or is void, or has another time than the
   *     editor saw
   */
  @Transactional
  public PlannedStart cancel(UUID accountId, UUID id, Editor editor) {
    edit("state = 'CANCELLED', settled_at = now()", "", accountId, editor, Map.of("id", id));
    PlannedStart now = known(accountId, id);
    if (now.state() != State.CANCELLED) {
      throw new NotPlanned(
          now.state() == State.PLANNED ? StartRefusal.CHANGED : StartRefusal.SETTLED, now);
    }
    return now;
  }

  private boolean edit(
      String assignments,
      String condition,
      UUID accountId,
      Editor editor,
      Map<String, Object> values) {
    Instant seen = editor.seen();
    return jdbc.sql(
                """
                update planned_start set %s, changed_by = :by, changed_at = now()
                where id = :id and account_id = :account and state = 'PLANNED'
                  and (:seen::timestamptz is null or at = :seen) %s
                """
                    .formatted(assignments, condition))
            .params(values)
            .param("account", accountId)
            .param("by", editor.by())
            .param("seen", seen == null ? null : utc(seen))
            .update()
        == 1;
  }

  private PlannedStart known(UUID accountId, UUID id) {
    return find(accountId, id).orElseThrow(() -> new NotPlanned(StartRefusal.UNKNOWN));
  }

  /** A start of this account. */
  public Optional<PlannedStart> find(UUID accountId, UUID id) {
    return byId(id).filter(start -> start.accountId().equals(accountId));
  }

  /** Starts of an account that haven't begun, the next one first; at most so many. */
  public List<PlannedStart> next(UUID accountId, int limit) {
    // Index planned_start_next, in its order.
    return jdbc.sql(
            COLUMNS
                + " where account_id = :account and state = 'PLANNED' order by at, id limit :limit")
        .param("account", accountId)
        .param("limit", limit)
        .query(PlannedStarts::read)
        .list();
  }

  private Optional<PlannedStart> byId(UUID id) {
    return jdbc.sql(COLUMNS + " where id = :id")
        .param("id", id)
        .query(PlannedStarts::read)
        .optional();
  }

  private Optional<PlannedStart> planned(UUID candidate) {
    // Index planned_start_one.
    return jdbc.sql(COLUMNS + " where candidate_id = :candidate and state = 'PLANNED'")
        .param("candidate", candidate)
        .query(PlannedStarts::read)
        .optional();
  }

  private String spoken(StartWish wish) {
    Optional<String> ours =
        jdbc.sql("select definition_name from number where id = :id and account_id = :account")
            .param("id", wish.numberId())
            .param("account", wish.accountId())
            .query(String.class)
            .optional();
    boolean watched =
        jdbc.sql(
                "select exists (select 1 from number where id = :id and coalesce(phase, 'CONTROL')"
                    + " <> 'CONTROL')")
            .param("id", wish.numberId())
            .query(Boolean.class)
            .single();
    if (watched) {
      throw new NotPlanned(StartRefusal.WATCHED);
    }
    return ours.orElseThrow(() -> new NotPlanned(StartRefusal.UNKNOWN_NUMBER));
  }

  private static void check(Instant at) {
    Instant now = Instant.now();
    if (at.isBefore(now.minus(SLACK))) {
      throw new NotPlanned(StartRefusal.PAST);
    }
    if (at.isAfter(now.plus(FARTHEST))) {
      throw new NotPlanned(StartRefusal.TOO_FAR);
    }
  }

  private boolean exists(String rows, UUID candidate) {
    return jdbc.sql("select exists (select 1 from " + rows + ")")
        .param("candidate", candidate)
        .query(Boolean.class)
        .single();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static PlannedStart read(ResultSet row, int n) throws SQLException {
    return new PlannedStart(
        row.getObject("id", UUID.class),
        row.getObject("account_id", UUID.class),
        row.getObject("candidate_id", UUID.class),
        row.getString("number_id"),
        row.getString("definition_name"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("planned_by"),
        State.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getObject("journey_id", UUID.class),
        row.getString("changed_by"),
        time(row, "changed_at"));
  }

  static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
