package io.talaria.journal.operator;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of the team.
 *
 * @param passwordHash bcrypt; null until the one-time link was used
 * @param language tag of the console's language for this person, such as {@code pt-BR}
 */
public record Operator(
    UUID id,
    UUID accountId,
    String email,
    String name,
    Role role,
    @Nullable String passwordHash,
    String language) {

  /** What a person may do. */
  public enum Role {
    /** Works on conversations. */
    RECRUITER,
    /** Also takes conversations from their holders and adds colleagues. */
    LEAD
  }

  /** The name by which colleagues know the person in small places. */
  public String firstName() {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }
}
