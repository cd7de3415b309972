package io.talaria.journal.event;

import io.talaria.journal.AtCommit;
import io.talaria.journal.Sealed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Appends events in the transaction that does what they tell. */
@Component
public class Events {
  private final AtCommit atCommit;
  private final Sealed sealed;

  Events(AtCommit atCommit, Sealed sealed) {
    this.atCommit = atCommit;
    this.sealed = sealed;
  }

  /**
   * Appends one event. No-op when one of this type and cause is there: a retry tells nothing new.
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
    atCommit.run(
        """
        insert into event (account_id, candidate_id, journey_id, type, cause, at, sealed_body)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (type, cause) do nothing
        """,
        accountId,
        candidateId,
        journeyId,
        type,
        cause,
        at.atOffset(ZoneOffset.UTC),
        sealed.json(candidateId, body));
  }
}
