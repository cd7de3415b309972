package io.talaria.journal.inbox;

import io.talaria.journal.inbox.InboundMessage.Sender;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Candidates whom somebody names before they have written. */
@Component
public class Acquaintances {
  /** No message has it, so that none is known. */
  private static final String NO_MESSAGE = "";

  private final Candidates candidates;

  Acquaintances(Candidates candidates) {
    this.candidates = candidates;
  }

  /**
   * Finds or makes the candidate behind these names, and locks their row until the caller's
   * transaction ends.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID meet(UUID accountId, Sender named) {
    return Objects.requireNonNull(candidates.resolve(accountId, named, NO_MESSAGE)).id();
  }
}
