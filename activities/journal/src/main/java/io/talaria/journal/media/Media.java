package io.talaria.journal.media;

import io.talaria.journal.JournalNotice;
import io.talaria.journal.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How candidates' files stand: WAITING until their bytes are in the {@link MediaStore}, or until it
 * is sure that they never will be. Every write away from WAITING is conditional on it, so that of
 * two workers at one file the first to end decides.
 */
@Component
public class Media {
  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final JournalNotice notice;

  Media(JdbcClient jdbc, Sealed sealed, JournalNotice notice) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.notice = notice;
  }

  /** How a file stands. */
  public enum State {
    WAITING,
    STORED,
    REFUSED,
    GONE
  }

  /**
   * A file that a message brought.
   *
   * @param kind {@code image} or {@code document}
   * @param whatsappId under which WhatsApp keeps it
   * @param sha256 as WhatsApp told it, base64
   */
  public record Told(
      UUID id,
      UUID accountId,
      UUID candidateId,
      UUID messageId,
      String numberId,
      String kind,
      String whatsappId,
      @Nullable String sha256,
      @Nullable String type,
      @Nullable String name) {}

  /**
   * A file to be fetched, on lease to whoever got it.
   *
   * @param attempts with this one
   * @param age since its message was recorded
   */
  public record Waiting(
      UUID id,
      UUID candidateId,
      String numberId,
      String kind,
      String whatsappId,
      @Nullable String sha256,
      @Nullable String name,
      int attempts,
      Duration age) {}

  /**
   * A file whose bytes are there.
   *
   * @param type by its first bytes
   */
  public record Stored(UUID candidateId, String type, long size, @Nullable String name) {}

  /** Writes down what is to be fetched, in the transaction that records its message. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void told(Told told) {
    jdbc.sql(
            """
            insert into media (id, account_id, candidate_id, message_id, number_id, kind, whatsapp_id,
                               told_sha256, told_type, sealed_name)
            values (:id, :account, :candidate, :message, :number, :kind, :whatsapp, :sha256, :type,
                    :name)
            """)
        .param("id", told.id())
        .param("account", told.accountId())
        .param("candidate", told.candidateId())
        .param("message", told.messageId())
        .param("number", told.numberId())
        .param("kind", told.kind())
        .param("whatsapp", told.whatsappId())
        .param("sha256", told.sha256())
        .param("type", told.type())
        .param("name", sealed.text(told.candidateId(), told.name()), java.sql.Types.BINARY)
        .update();
  }

  /**
   * Files that are due and that nobody is at, the longest due first (index media_waiting). They are
   * the caller's until the lease is over; each counts as one more attempt.
   */
  @Transactional
  public List<Waiting> claim(int limit, Duration lease) {
    return jdbc.sql(
            """
            with due as (
              select id from media where state = 'WAITING' and next_at <= now()
              order by next_at limit :limit for update skip locked)
            update media m
            set next_at = now() + make_interval(secs => :lease), attempts = attempts + 1
            from due where m.id = due.id
            returning m.*, extract(epoch from now() - m.recorded_at)::bigint as age
            """)
        .param("limit", limit)
        .param("lease", lease.toMillis() / 1000.0)
        .query(this::waiting)
        .list();
  }

  /**
   * The bytes are in the store.
   *
   * @return false, and nothing changed, when somebody decided otherwise before
   */
  @Transactional
  public boolean stored(UUID id, long size, String type) {
    return settle(id, State.STORED, null, size, type);
  }

  /** They will never be: what WhatsApp has isn't what we keep. False as in {@link #stored}. */
  @Transactional
  public boolean refused(UUID id, String reason) {
    return settle(id, State.REFUSED, reason, null, null);
  }

  /** They will never be: WhatsApp has them no more. False as in {@link #stored}. */
  @Transactional
  public boolean gone(UUID id, String reason) {
    return settle(id, State.GONE, reason, null, null);
  }

  /** They could not be fetched for now; nobody tries before the pause is over. */
  public void later(UUID id, Duration pause, String reason) {
    jdbc.sql(
            """
            update media set next_at = now() + make_interval(secs => :pause), reason = :reason
            where id = :id and state = 'WAITING'
            """)
        .param("id", id)
        .param("pause", pause.toMillis() / 1000.0)
        .param("reason", reason)
        .update();
  }

  /** A file of this account whose bytes are there; by its primary key. */
  public Optional<Stored> find(UUID accountId, UUID id) {
    return jdbc.sql(
            """
            select candidate_id, type, size, sealed_name from media
            where id = :id and account_id = :account and state = 'STORED'
            """)
        .param("id", id)
        .param("account", accountId)
        .query(
            (row, n) -> {
              UUID candidate = row.getObject("candidate_id", UUID.class);
              return new Stored(
                  candidate,
                  row.getString("type"),
                  row.getLong("size"),
                  sealed.text(candidate, row.getBytes("sealed_name")));
            })
        .optional();
  }

  private boolean settle(
      UUID id, State state, @Nullable String reason, @Nullable Long size, @Nullable String type) {
    Optional<UUID> candidate =
        jdbc.sql(
                """
                update media set state = :state, reason = :reason, size = :size, type = :type,
                  settled_at = now()
                where id = :id and state = 'WAITING' returning candidate_id
                """)
            .param("id", id)
            .param("state", state.name())
            .param("reason", reason)
            .param("size", size)
            .param("type", type)
            .query(UUID.class)
            .optional();
    candidate.ifPresent(notice::changed);
    return candidate.isPresent();
  }

  private Waiting waiting(ResultSet row, int n) throws SQLException {
    UUID candidate = row.getObject("candidate_id", UUID.class);
    return new Waiting(
        row.getObject("id", UUID.class),
        candidate,
        row.getString("number_id"),
        row.getString("kind"),
        row.getString("whatsapp_id"),
        row.getString("told_sha256"),
        sealed.text(candidate, row.getBytes("sealed_name")),
        row.getInt("attempts"),
        Duration.ofSeconds(row.getLong("age")));
  }
}
