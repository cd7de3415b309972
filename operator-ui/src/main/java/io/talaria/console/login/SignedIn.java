package io.talaria.console.login;

import io.talaria.journal.operator.Operator;
import io.talaria.journal.operator.Operator.Role;
import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/** Who is signed in; kept in the session, without the password. */
public record SignedIn(
    UUID id, UUID accountId, String email, String name, Role role, String language)
    implements Principal, Serializable {

  static SignedIn of(Operator operator) {
    return new SignedIn(
        operator.id(),
        operator.accountId(),
        operator.email(),
        operator.name(),
        operator.role(),
        operator.language());
  }

  @Override
  public String getName() {
    return name;
  }

  /** Whether this person may take conversations from their holders and add colleagues. */
  public boolean lead() {
    return role == Role.LEAD;
  }

  /** The first word of the name. */
  public String firstName() {
    return name.split(" ", 2)[0];
  }
}
