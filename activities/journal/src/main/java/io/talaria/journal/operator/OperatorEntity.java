package io.talaria.journal.operator;

import io.talaria.journal.operator.Operator.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table operator. Only what changed is written: a new language must not bring an old
 * password back that another console replaced meanwhile.
 */
@Entity
@Table(name = "operator")
@DynamicUpdate
class OperatorEntity extends Row<UUID> {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID accountId;

  private String email;
  private String name;

  @Enumerated(EnumType.STRING)
  private Role role;

  private @Nullable String passwordHash;
  private String language;
  private @Nullable Instant disabledAt;

  /** For Hibernate, which fills the fields afterwards. */
  @SuppressWarnings("NullAway.Init")
  protected OperatorEntity() {}

  /** A new person who may sign in, once a password is set; the address is kept in lower case. */
  OperatorEntity(
      UUID accountId, String email, String name, Role role, @Nullable String passwordHash) {
    this.id = UUID.randomUUID();
    this.accountId = accountId;
    this.email = email.strip().toLowerCase(Locale.ROOT);
    this.name = name.strip();
    this.role = role;
    this.passwordHash = passwordHash;
    this.language = "en";
  }

  @Override
  public UUID getId() {
    return id;
  }

  void setPassword(String hash) {
    this.passwordHash = hash;
  }

  void speak(String tag) {
    this.language = tag;
  }

  /** What the rest of Talaria sees of the row. */
  Operator asOperator() {
    return new Operator(id, accountId, email, name, role, passwordHash, language);
  }
}
