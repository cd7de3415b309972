package io.talaria.journal.takeover;

import io.talaria.journal.JournalNotice;
import io.talaria.journal.event.Events;
import io.talaria.port.JourneyEvent;
import java.nio.charset.StandardCharsets;
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

/**
 * Raises a candidate's brake. From its commit on no send of the bot may become SENDING, whether the
 * engine is there or not; the takeover row is what completes it.
 */
@Component
public class Brakes {
  private final JdbcClient jdbc;
  private final JournalNotice notice;
  private final Events events;

  Brakes(JdbcClient jdbc, JournalNotice notice, Events events) {
    this.jdbc = jdbc;
    this.events = events;
    this.notice = notice;
  }

  /**
   * Who wants it.
   *
   * @param requestId the takeover's id, made by the caller
   * @param fromHolder a lead takes it from whoever holds it; {@code reason} is required then
   */
  public record Wish(
      UUID requestId,
      UUID accountId,
      UUID candidateId,
      UUID operatorId,
      boolean fromHolder,
      @Nullable String reason) {}

  /** What came of it. */
  public sealed interface Outcome {}

  /**
   * The bot is stopped; the journey is to be asked with this epoch.
   *
   * @param fromHolder as it was wished for first, when the wish is repeated; {@code reason} too
   */
  public record Raised(long epoch, Instant at, boolean fromHolder, @Nullable String reason)
      implements Outcome {}

  /** Somebody else holds it; nothing was changed. */
  public record Held(String holder, Instant since) implements Outcome {}

  /** The candidate has no open journey; nothing was changed. */
  public record NoJourney() implements Outcome {}

  /** The takeover of this id is over: who still wants it wishes under another id. */
  public record Over() implements Outcome {}

  /**
   * Raises the brake by one epoch and writes the takeover as REQUESTED, in one transaction; the
   * candidate's older takeovers that are still asked for are called off, since only the newest has
   * the brake. Repeated with the same id it changes nothing and answers the same.
   */
  @Transactional
  public Outcome raise(Wish wish) {
    if (wish.fromHolder() && (wish.reason() == null || wish.reason().isBlank())) {
      throw new IllegalArgumentException("Taking it from its holder needs a reason");
    }
    var before = before(wish);
    if (before.isPresent()) {
      return before.get();
    }
    UUID journey = openJourney(wish);
    if (journey == null) {
      return new NoJourney();
    }
    var raised = raiseBrake(wish);
    if (raised.isEmpty()) {
      return holder(wish.candidateId());
    }
    jdbc.sql(
            """
            update takeover set state = 'REFUSED', refusal = 'Another takeover was asked for since'
            where candidate_id = :candidate and state = 'REQUESTED'
            """)
        .param("candidate", wish.candidateId())
        .update();
    jdbc.sql(
            """
            insert into takeover
              (id, account_id, candidate_id, journey_id, operator_id, epoch, reason, from_holder, state,
               requested_at)
            values (:request, :account, :candidate, :journey, :operator, :epoch, :reason, :fromHolder,
                    'REQUESTED', :at)
            """)
        .param("request", wish.requestId())
        .param("account", wish.accountId())
        .param("candidate", wish.candidateId())
        .param("journey", journey)
        .param("operator", wish.operatorId())
        .param("epoch", raised.get().epoch())
        .param("reason", wish.reason())
        .param("fromHolder", wish.fromHolder())
        .param("at", OffsetDateTime.ofInstant(raised.get().at(), ZoneOffset.UTC))
        .update();
    notice.changed(wish.candidateId());
    return raised.get();
  }

  /** What came of this same wish before, read under the brake's lock. */
  private Optional<Outcome> before(Wish wish) {
    jdbc.sql("select 1 from brake where candidate_id = :candidate for update")
        .param("candidate", wish.candidateId())
        .query((row, n) -> n)
        .list();
    return jdbc.sql(
            """
            select epoch, state in ('REQUESTED', 'HELD') as stands, requested_at, from_holder, reason
            from takeover
            where id = :request and candidate_id = :candidate and operator_id = :operator
            """)
        .param("request", wish.requestId())
        .param("candidate", wish.candidateId())
        .param("operator", wish.operatorId())
        .query(
            (row, n) ->
                row.getBoolean("stands")
                    ? (Outcome)
                        new Raised(
                            row.getLong("epoch"),
                            row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                            row.getBoolean("from_holder"),
                            row.getString("reason"))
                    : new Over())
        .optional();
  }

  /**
   * The row lock decides between two recruiters: the second finds the holder of the first. Until it
   * is had the bot may speak, so that the time is the one at which it was had.
   */
  private Optional<Raised> raiseBrake(Wish wish) {
    return jdbc.sql(
            """
            insert into brake as b
              (candidate_id, account_id, epoch, holder_id, takeover_id, raised_at)
            values (:candidate, :account, 1, :operator, :request, clock_timestamp())
            on conflict (candidate_id) do update
              set epoch = b.epoch + 1, holder_id = :operator, takeover_id = :request,
                  raised_at = clock_timestamp()
              where b.holder_id is null or b.holder_id = :operator or :fromHolder
            returning epoch, raised_at
            """)
        .param("candidate", wish.candidateId())
        .param("account", wish.accountId())
        .param("operator", wish.operatorId())
        .param("request", wish.requestId())
        .param("fromHolder", wish.fromHolder())
        .query(
            (row, n) ->
                new Raised(
                    row.getLong("epoch"),
                    row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                    wish.fromHolder(),
                    wish.reason()))
        .optional();
  }

  /**
   * Why it was taken over, told while it is held; with its event, in the same commit. It changes
   * nothing of the journey, so no Update asks for it.
   *
   * @return false when the takeover is over, or somebody else's; nothing was changed then
   */
  @Transactional
  public boolean explain(UUID candidateId, UUID requestId, UUID operatorId, String reason) {
    var explained =
        jdbc.sql(
                """
                update takeover set reason = :reason
                where id = :request and candidate_id = :candidate and operator_id = :operator
                  and state in ('REQUESTED', 'HELD')
                returning account_id, journey_id
                """)
            .param("reason", reason)
            .param("request", requestId)
            .param("candidate", candidateId)
            .param("operator", operatorId)
            .query((row, n) -> List.of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
            .optional();
    if (explained.isEmpty()) {
      return false;
    }
    // A correction is another event; the same words again are none.
    String cause =
        requestId + ":" + UUID.nameUUIDFromBytes(reason.getBytes(StandardCharsets.UTF_8));
    Instant now = Instant.now();
    events.append(
        explained.get().getFirst(),
        candidateId,
        explained.get().getLast(),
        "TakeoverExplained",
        cause,
        now,
        new JourneyEvent.TakeoverExplained(cause, now, operatorId, reason));
    notice.changed(candidateId);
    return true;
  }

  private @Nullable UUID openJourney(Wish wish) {
    return jdbc.sql(
            """
            select id from journey
            where candidate_id = :candidate and account_id = :account and status = 'OPEN'
            """)
        .param("candidate", wish.candidateId())
        .param("account", wish.accountId())
        .query(UUID.class)
        .optional()
        .orElse(null);
  }

  private Held holder(UUID candidateId) {
    return jdbc.sql(
            """
            select o.name, b.raised_at from brake b join operator o on o.id = b.holder_id
            where b.candidate_id = :candidate
            """)
        .param("candidate", candidateId)
        .query(
            (row, n) ->
                new Held(
                    row.getString("name"),
                    row.getObject("raised_at", OffsetDateTime.class).toInstant()))
        .single();
  }
}
