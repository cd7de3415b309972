package io.talaria.journal.reading;

import io.talaria.journal.Sealed;
import io.talaria.journal.reading.Conversation.Head;
import io.talaria.journal.reading.Conversation.Holder;
import io.talaria.journal.reading.Conversation.OpenTakeover;
import io.talaria.journey.Mode;
import io.talaria.journey.Phase;
import io.talaria.journey.Review;
import io.talaria.journey.Scheduled;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who a candidate is and how the newest journey stands. */
@Component
class HeadReader {
  /** The newest journey (index journey_candidate), its brake, the brake's takeover, the phone. */
  private static final String SQL =
      """
      select j.*, c.sealed_name,
        b.holder_id, b.raised_at, h.name as holder_name,
        t.id as takeover_id, t.state as takeover_state, t.reason as takeover_reason,
        coalesce(j.owner_since, t.held_at, b.raised_at) as held_since,
        (select a.sealed_value from contact_alias a
         where a.candidate_id = c.id and a.kind = 'phone'
         order by a.created_at desc limit 1) as sealed_phone
      from journey j
      join candidate c on c.id = j.candidate_id
      left join brake b on b.candidate_id = j.candidate_id and b.holder_id is not null
      left join operator h on h.id = b.holder_id
      left join takeover t on t.id = b.takeover_id and t.state in ('REQUESTED', 'HELD')
      where j.candidate_id = :candidate and j.account_id = :account
      order by j.started_at desc limit 1
      """;

  private final JdbcClient jdbc;
  private final Sealed sealed;

  HeadReader(JdbcClient jdbc, Sealed sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  Optional<Head> read(UUID accountId, UUID candidateId) {
    return jdbc.sql(SQL)
        .param("candidate", candidateId)
        .param("account", accountId)
        .query(this::head)
        .optional();
  }

  /** People's words that wait for their time, the next first. */
  List<Scheduled> scheduled(UUID candidateId, UUID journeyId) {
    return jdbc
        .sql("select sealed_scheduled from journey where id = :journey")
        .param("journey", journeyId)
        .query(
            (row, n) -> {
              byte[] waiting = row.getBytes(1);
              return waiting == null
                  ? List.<Scheduled>of()
                  : List.of(sealed.json(candidateId, waiting, Scheduled[].class));
            })
        .single()
        .stream()
        .sorted(Comparator.comparing(Scheduled::at))
        .toList();
  }

  /** The bot's proposal that waits for a recruiter. */
  Optional<Review.Waiting> review(UUID candidateId, UUID journeyId) {
    return jdbc.sql(
            "select sealed_review from journey where id = :journey and sealed_review is not null")
        .param("journey", journeyId)
        .query((row, n) -> sealed.json(candidateId, row.getBytes(1), Review.Waiting.class))
        .optional();
  }

  private Head head(ResultSet row, int number) throws SQLException {
    UUID candidate = row.getObject("candidate_id", UUID.class);
    return new Head(
        candidate,
        row.getObject("id", UUID.class),
        sealed.text(candidate, row.getBytes("sealed_name")),
        MaskedPhone.of(sealed.text(candidate, row.getBytes("sealed_phone"))),
        row.getString("status"),
        row.getString("definition_name"),
        row.getInt("plan"),
        row.getString("stage"),
        Mode.valueOf(row.getString("mode")),
        row.getString("language"),
        holder(row),
        takeover(row),
        Times.of(row, "owner_warned_at"),
        Times.of(row, "returns_at"),
        row.getString("needs_human"),
        Times.of(row, "window_until"),
        Times.of(row, "waiting_since"),
        Times.of(row, "silent_since"),
        Times.known(row, "started_at"),
        Times.of(row, "ended_at"),
        phase(row.getString("phase")));
  }

  /** The column knows only phases in which another system speaks. */
  static @Nullable Phase phase(@Nullable String phase) {
    return phase == null ? null : Phase.valueOf(phase);
  }

  private static @Nullable Holder holder(ResultSet row) throws SQLException {
    UUID id = row.getObject("holder_id", UUID.class);
    return id == null
        ? null
        : new Holder(id, row.getString("holder_name"), Times.known(row, "held_since"));
  }

  private static @Nullable OpenTakeover takeover(ResultSet row) throws SQLException {
    UUID id = row.getObject("takeover_id", UUID.class);
    return id == null
        ? null
        : new OpenTakeover(
            id,
            "REQUESTED".equals(row.getString("takeover_state")),
            row.getString("takeover_reason"));
  }
}
