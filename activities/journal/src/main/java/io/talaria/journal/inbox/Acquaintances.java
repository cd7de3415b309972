package io.talaria.journal.inbox;

import io.talaria.journal.inbox.InboundMessage.Sender;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
  private final OtherForms otherForms;

  Acquaintances(Candidates candidates, OtherForms otherForms) {
    this.candidates = candidates;
    this.otherForms = otherForms;
  }

  /**
   * Finds or makes the candidate behind these names, and locks their row until the caller's
   * transaction ends. The two forms of a Brazilian mobile number are one candidate: who has written
   * under the other form is found by it, and who writes under it later is this candidate.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID meet(UUID accountId, Sender named) {
    Optional<String> phone = phone(named);
    Optional<String> other = phone.flatMap(BrazilianMobiles::otherForm);
    if (phone.isEmpty() || other.isEmpty()) {
      return resolved(accountId, named);
    }
    if (!otherForms.isKnown(accountId, phone.get()) && otherForms.isKnown(accountId, other.get())) {
      // That is what WhatsApp calls them: they go on being sent to under it.
      var alias = new Alias(Alias.Kind.PHONE, "", other.get());
      return resolved(
          accountId, new Sender(List.of(alias), named.name(), named.country(), named.zone()));
    }
    UUID candidate = resolved(accountId, named);
    otherForms.add(accountId, candidate, other.get());
    return candidate;
  }

  private UUID resolved(UUID accountId, Sender sender) {
    return Objects.requireNonNull(candidates.resolve(accountId, sender, NO_MESSAGE)).id();
  }

  /** The only name, where it is a phone number: whoever has more was told by WhatsApp. */
  private static Optional<String> phone(Sender named) {
    return named.aliases().size() == 1 && named.aliases().getFirst().kind() == Alias.Kind.PHONE
        ? Optional.of(named.aliases().getFirst().value())
        : Optional.empty();
  }
}
