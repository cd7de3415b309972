package io.talaria.journal.event;

import io.talaria.journal.Sealed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Appends events in the transaction that does what they tell. */
@Component
public class Events {
  private final JdbcClient jdbc;
  private final Sealed sealed;

  Events(JdbcClient jdbc, Sealed sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  /**
   * Appends one event. No-op when one of this type and cause is there: a retry tells nothing new.
   *
   * @param cause an id of ours, such as {@code message:<id>}; never a WhatsApp id, which hides a
   *     phone number
   * @param body written as JSON and sealed for the candidate
   * @return whether it was new
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean append(
      UUID accountId,
      UUID candidateId,
      @Nullable UUID journeyId,
      String type,
      String cause,
      Instant at,
      Object body) {
    return jdbc.sql(
                """
            insert into event (account_id, candidate_id, journey_id, type, cause, at, sealed_body)
            values (:account, :candidate, :journey, :type, :cause, :at, :body)
            on conflict (type, cause) do nothing
            """)
            .param("account", accountId)
            .param("candidate", candidateId)
            .param("journey", journeyId, java.sql.Types.OTHER)
            .param("type", type)
            .param("cause", cause)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("body", sealed.json(candidateId, body))
            .update()
        == 1;
  }
}
