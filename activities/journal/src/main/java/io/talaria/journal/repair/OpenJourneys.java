package io.talaria.journal.repair;

import io.talaria.journey.JourneyStart;
import io.talaria.journey.Mode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which journeys are open, and which of them are long overdue. Loads a page at a time. */
@Component
public class OpenJourneys {
  private static final UUID FIRST = new UUID(0, 0);

  private static final String COLUMNS =
      """
      select j.id, j.account_id, j.candidate_id, j.definition_name, j.number_id, c.country, j.stage,
        j.mode, j.generation, j.revision, j.moved_at, j.due_at, j.run_id,
        (select count(*) from send_intent i
         where i.candidate_id = j.candidate_id and i.state = 'QUEUED') as queued,
        (select count(*) from send_intent i
         where i.candidate_id = j.candidate_id and i.state = 'SENDING') as sending,
        (select count(*) from message m where m.candidate_id = j.candidate_id
           and m.direction = 'IN' and m.taken_in_at is null) as untaken
      from journey j join candidate c on c.id = j.candidate_id
      where j.status = 'OPEN'
      """;

  private final JdbcClient jdbc;

  OpenJourneys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A page of open journeys by their ids.
   *
   * @param after the last journey of the page before; null for the first page
   * @param movedSince only those that were written since then; null for all
   */
  public List<OpenJourney> page(@Nullable UUID after, @Nullable Instant movedSince, int size) {
    // Primary key, in its order; 'OPEN' filters.
    return jdbc.sql(
            COLUMNS
                + """
                and j.id > :after and j.moved_at >= coalesce(cast(:since as timestamptz), '-infinity')
                order by j.id limit :size
                """)
        .param("after", after == null ? FIRST : after)
        .param("since", movedSince == null ? null : movedSince.atOffset(ZoneOffset.UTC))
        .param("size", size)
        .query(OpenJourneys::read)
        .list();
  }

  /** The candidate's open journey. */
  public Optional<OpenJourney> of(UUID candidateId) {
    return jdbc.sql(COLUMNS + " and j.candidate_id = :candidate")
        .param("candidate", candidateId)
        .query(OpenJourneys::read)
        .optional();
  }

  /** The journey with this id, if it is open. */
  public Optional<OpenJourney> byId(UUID journeyId) {
    return jdbc.sql(COLUMNS + " and j.id = :journey")
        .param("journey", journeyId)
        .query(OpenJourneys::read)
        .optional();
  }

  /**
   * Takes some journeys that should have acted so long ago, first those at which nobody has looked
   * yet. Each is given out once per pause, to one caller.
   */
  @Transactional
  public List<OpenJourney> takeOverdue(Duration overdue, Duration pause, int limit) {
    // Index journey_due; without an outage nothing is overdue.
    List<UUID> taken =
        jdbc.sql(
                """
                update journey set looked_at = now()
                where id in (
                  select id from journey
                  where status = 'OPEN' and due_at < now() - make_interval(secs => :overdue)
                    and (looked_at is null or looked_at < now() - make_interval(secs => :pause))
                  order by looked_at nulls first, due_at limit :limit for update skip locked)
                returning id
                """)
            .param("overdue", overdue.toMillis() / 1000.0)
            .param("pause", pause.toMillis() / 1000.0)
            .param("limit", limit)
            .query(UUID.class)
            .list();
    return taken.stream().map(this::byId).flatMap(Optional::stream).toList();
  }

  private static OpenJourney read(ResultSet row, int n) throws SQLException {
    UUID journey = row.getObject("id", UUID.class);
    OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
    return new OpenJourney(
        journey,
        JourneyStart.first(
                row.getObject("account_id", UUID.class),
                row.getObject("candidate_id", UUID.class),
                row.getString("definition_name"),
                row.getString("number_id"),
                row.getString("country"))
            .goingOnWith(journey),
        row.getString("stage"),
        Mode.valueOf(row.getString("mode")),
        row.getLong("generation"),
        row.getLong("revision"),
        row.getObject("moved_at", OffsetDateTime.class).toInstant(),
        due == null ? null : due.toInstant(),
        row.getString("run_id"),
        row.getInt("queued"),
        row.getInt("sending"),
        row.getInt("untaken"));
  }
}
