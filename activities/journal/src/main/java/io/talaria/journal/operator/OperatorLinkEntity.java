package io.talaria.journal.operator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table operator_link. Its use is a conditional write of the repository's. */
@Entity
@Table(name = "operator_link")
class OperatorLinkEntity extends Row<String> {
  @Id private String tokenHash;

  @Column(updatable = false)
  private UUID accountId;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "operator_id", updatable = false)
  private OperatorEntity operator;

  @Column(updatable = false)
  private Instant expiresAt;

  // Written by the conditional update alone, so that no stale copy can make a used link new again.
  @Column(insertable = false, updatable = false)
  private @Nullable Instant usedAt;

  /** For Hibernate, which fills the fields afterwards. */
  @SuppressWarnings("NullAway.Init")
  protected OperatorLinkEntity() {}

  OperatorLinkEntity(String tokenHash, UUID accountId, OperatorEntity operator, Instant expiresAt) {
    this.tokenHash = tokenHash;
    this.accountId = accountId;
    this.operator = operator;
    this.expiresAt = expiresAt;
  }

  @Override
  public String getId() {
    return tokenHash;
  }

  /** Whom the link is for; read the row with its operator, or within a transaction. */
  OperatorEntity operator() {
    return operator;
  }
}
