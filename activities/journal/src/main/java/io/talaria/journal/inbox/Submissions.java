package io.talaria.journal.inbox;

import io.talaria.journal.Sealed;
import io.talaria.journal.inbox.Messages.Recorded;
import io.talaria.journey.JourneyState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records forms as messages of their candidates: each once, in the transcript from then on, and
 * handed to the journey as any message.
 *
 * <p>A form that came late, or for a journey that isn't the candidate's newest one, is told as
 * outdated: shown, and no answer to anything. Where no run would hear of it, since the newest
 * journey is closed, it is shown only: it must not begin a new journey.
 */
@Component
public class Submissions {
  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final Placing placing;

  Submissions(JdbcClient jdbc, Sealed sealed, Placing placing) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.placing = placing;
  }

  /** The journey that a link names isn't in this journal, or is another candidate's. */
  public static final class UnknownJourney extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownJourney(UUID journeyId) {
      super("No journey %s of that candidate is known".formatted(journeyId));
    }
  }

  /**
   * Records a form in the caller's transaction. Empty, and nothing changed, when it is there
   * already.
   *
   * @throws UnknownJourney when nobody is there to whom it could belong
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Recorded> record(Submission form, UUID deliveryId) {
    Candidates.Locked candidate = lock(form);
    // Read under the lock: of two deliveries at once the second one sees the first one's row.
    if (isKnown(form.key())) {
      return Optional.empty();
    }
    Newest newest = newest(form.candidateId());
    boolean current = newest.journeyId().equals(form.journeyId());
    boolean heard = newest.hears(form.receivedAt());
    var extra = new TreeMap<String, String>();
    extra.put(Extras.FORM_ID, form.formId());
    if (form.late() || !current) {
      extra.put(Extras.OUTDATED, form.late() ? Extras.LATE : Extras.EARLIER_JOURNEY);
    }
    form.fields().forEach((name, value) -> extra.put(Extras.field(name), value));
    return placing.place(
        new Placing.Entry(
            UUID.randomUUID(),
            newest.accountId(),
            newest.numberId(),
            form.receivedAt(),
            Extras.FORM,
            null,
            Map.copyOf(extra),
            null,
            form.key(),
            deliveryId,
            heard),
        candidate);
  }

  /** The candidate under its row's lock, as every message takes it. */
  private Candidates.Locked lock(Submission form) {
    return jdbc.sql(
            """
            select c.id, c.next_seq, c.country from candidate c
            where c.id = :candidate
              and exists (select 1 from journey j where j.id = :journey and j.candidate_id = c.id)
            for no key update of c
            """)
        .param("candidate", form.candidateId())
        .param("journey", form.journeyId())
        .query(
            (row, n) ->
                new Candidates.Locked(
                    row.getObject("id", UUID.class),
                    row.getLong("next_seq"),
                    row.getString("country")))
        .optional()
        .orElseThrow(() -> new UnknownJourney(form.journeyId()));
  }

  private boolean isKnown(String key) {
    return jdbc.sql("select exists (select 1 from message where form_key = :key)")
        .param("key", key)
        .query(Boolean.class)
        .single();
  }

  /**
   * The candidate's newest journey.
   *
   * @param closesAt when its run hears nothing more; null while it is open
   */
  private record Newest(
      UUID journeyId, UUID accountId, String numberId, @Nullable Instant closesAt) {
    boolean hears(Instant at) {
      return closesAt == null || at.isBefore(closesAt);
    }
  }

  /** By the index journey_candidate. */
  private Newest newest(UUID candidateId) {
    return jdbc.sql(
            """
            select id, account_id, number_id, ended_at, sealed_state from journey
            where candidate_id = :candidate order by started_at desc limit 1
            """)
        .param("candidate", candidateId)
        .query((row, n) -> newest(candidateId, row))
        .single();
  }

  private Newest newest(UUID candidateId, ResultSet row) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    byte[] state = row.getBytes("sealed_state");
    Instant closesAt = ended == null ? null : ended.toInstant();
    if (closesAt != null && state != null) {
      JourneyState left = sealed.json(candidateId, state, JourneyState.class);
      closesAt = closesAt.plus(left.plan().times().afterEnd());
    }
    return new Newest(
        row.getObject("id", UUID.class),
        row.getObject("account_id", UUID.class),
        row.getString("number_id"),
        closesAt);
  }
}
