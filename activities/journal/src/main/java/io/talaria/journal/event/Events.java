package io.talaria.journal.event;

import io.talaria.journal.AtCommit;
import io.talaria.journal.Sealed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Appends events in the transaction that does what they tell. */
@Component
public class Events {
  private static final String INSERT =
      """
      insert into event (account_id, candidate_id, journey_id, type, cause, at, sealed_body)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (type, cause) do nothing
      """;

  private final AtCommit atCommit;
  private final JdbcTemplate jdbc;
  private final Sealed sealed;

  Events(AtCommit atCommit, JdbcTemplate jdbc, Sealed sealed) {
    this.atCommit = atCommit;
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  /**
   * Appends one event, at the end of the transaction. No-op when one of this type and cause is
   * there: a retry tells nothing new.
   *
   * @param cause an id of ours, such as {@code message:<id>}; never a WhatsApp id, which hides a
   *     phone number
   * @param body written as JSON and sealed for the candidate
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(
      UUID accountId,
      UUID candidateId,
      @Nullable UUID journeyId,
      String type,
      String cause,
      Instant at,
      Object body) {
    atCommit.run(INSERT, values(accountId, candidateId, journeyId, type, cause, at, body));
  }

  /**
   * The same at once.
   *
   * @return whether it was new
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean appendNow(
      UUID accountId,
      UUID candidateId,
      @Nullable UUID journeyId,
      String type,
      String cause,
      Instant at,
      Object body) {
    return jdbc.update(INSERT, values(accountId, candidateId, journeyId, type, cause, at, body))
        == 1;
  }

  private @Nullable Object[] values(
      UUID accountId,
      UUID candidateId,
      @Nullable UUID journeyId,
      String type,
      String cause,
      Instant at,
      Object body) {
    return new @Nullable Object[] {
      accountId,
      candidateId,
      journeyId,
      type,
      cause,
      at.atOffset(ZoneOffset.UTC),
      sealed.json(candidateId, body)
    };
  }
}
