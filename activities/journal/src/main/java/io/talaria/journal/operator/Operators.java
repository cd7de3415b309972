package io.talaria.journal.operator;

import io.talaria.journal.operator.Operator.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The operators of all accounts; an e-mail address is known once. */
@Component
public class Operators {
  /** The account that exists by default. */
  public static final UUID DEFAULT_ACCOUNT =
      UUID.fromString("00000000-0000-0000-0000-000000000001");

  /** The unique index on the address; any other refusal is a mistake and not an answer. */
  private static final String ADDRESS_ONCE = "operator_email";

  private final OperatorRows rows;

  Operators(OperatorRows rows) {
    this.rows = rows;
  }

  /** The operator with this address, who may sign in; upper and lower case are the same. */
  public Optional<Operator> byEmail(String email) {
    return rows.byEmail(email.strip()).map(OperatorEntity::asOperator);
  }

  /** Everybody of an account who may sign in, by name. */
  public List<Operator> ofAccount(UUID accountId) {
    return rows.findByAccountIdAndDisabledAtIsNullOrderByName(accountId).stream()
        .map(OperatorEntity::asOperator)
        .toList();
  }

  /** Whether nobody was ever added. */
  public boolean none() {
    return rows.count() == 0;
  }

  /**
   * Adds a person, in a transaction of its own: call it outside of others, which a known address
   * would undo.
   *
   * @param passwordHash null when a one-time link will set it
   * @return empty when the address is known already; nothing is changed then
   */
  public Optional<Operator> add(
      UUID accountId, String email, String name, Role role, @Nullable String passwordHash) {
    var added = new OperatorEntity(accountId, email, name, role, passwordHash);
    try {
      // Flushed, so that the unique index answers here; caught outside of the transaction, which is
      // undone by then.
      return Optional.of(rows.saveAndFlush(added).asOperator());
    } catch (DataIntegrityViolationException refused) {
      if (knownAddress(refused)) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** The console's language for this person from now on; nothing happens for an unknown id. */
  @Transactional
  public void speak(UUID operatorId, String language) {
    rows.findById(operatorId).ifPresent(operator -> operator.speak(language));
  }

  private static boolean knownAddress(DataIntegrityViolationException refused) {
    return refused.getCause() instanceof ConstraintViolationException broken
        && ADDRESS_ONCE.equals(broken.getConstraintName());
  }
}
