package io.talaria.gateway.door;

import io.talaria.journal.inbox.Forwarding;
import io.talaria.journal.inbox.OpenMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Messages that the engine has, and whose rows don't say so yet. Most are taken in before anybody
 * would read it; so they are told to the journal together, a few times a second, and those that
 * were taken in meanwhile not at all. What a crash forgets here is signalled again when its lease
 * has run out, and the journey has it already.
 */
@Component
class Heard {
  private final Forwarding forwarding;

  /** Candidate by message. */
  private Map<UUID, UUID> untold = new HashMap<>();

  Heard(Forwarding forwarding) {
    this.forwarding = forwarding;
  }

  synchronized void add(List<OpenMessage> messages) {
    messages.forEach(open -> untold.put(open.message().id(), open.candidateId()));
  }

  /**
   * Tells the journal.
   *
   * @return candidates of whom something came while these messages were on lease
   */
  Set<UUID> tell() {
    Map<UUID, UUID> telling = take();
    if (telling.isEmpty()) {
      return Set.of();
    }
    try {
      forwarding.signalled(telling.keySet());
      return forwarding.more(Set.copyOf(telling.values()));
    } catch (DataAccessException | TransactionException e) {
      putBack(telling);
      throw e;
    }
  }

  private synchronized void putBack(Map<UUID, UUID> telling) {
    untold.putAll(telling);
  }

  private synchronized Map<UUID, UUID> take() {
    Map<UUID, UUID> taken = untold;
    untold = new HashMap<>();
    return taken;
  }
}
