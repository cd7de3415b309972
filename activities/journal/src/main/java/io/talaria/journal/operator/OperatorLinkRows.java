package io.talaria.journal.operator;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

/** The table operator_link. */
@Transactional(readOnly = true)
interface OperatorLinkRows extends JpaRepository<OperatorLinkEntity, String> {
  /** The link that may still be used, with its operator. */
  @Query(
      """
      select l from OperatorLinkEntity l join fetch l.operator o
      where l.tokenHash = :hash and l.usedAt is null and l.expiresAt > :now
        and o.disabledAt is null
      """)
  Optional<OperatorLinkEntity> open(String hash, Instant now);

  /**
   * Uses the link. The condition stands in the write itself: of two clicks the second waits for the
   * first one's row lock, looks again and finds the link used.
   *
   * @return 1 for the one caller whose use it is; 0 when unknown, used, expired or the person is
   *     disabled
   */
  @Transactional
  @Modifying(flushAutomatically = true, clearAutomatically = true)
  @Query(
      """
      update OperatorLinkEntity l set l.usedAt = :now
      where l.tokenHash = :hash and l.usedAt is null and l.expiresAt > :now
        and l.operator.id in (select o.id from OperatorEntity o where o.disabledAt is null)
      """)
  int use(String hash, Instant now);

  /** Ends every open link of a person. */
  @Transactional
  @Modifying(flushAutomatically = true, clearAutomatically = true)
  @Query(
      "update OperatorLinkEntity l set l.usedAt = :now"
          + " where l.operator.id = :operator and l.usedAt is null")
  int end(UUID operator, Instant now);
}
