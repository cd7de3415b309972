package io.talaria.journal.operator;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

/** The table operator. */
@Transactional(readOnly = true)
interface OperatorRows extends JpaRepository<OperatorEntity, UUID> {
  // Written out with lower(), as the unique index has it; "IgnoreCase" would ask for upper().
  @Query(
      "select o from OperatorEntity o where lower(o.email) = lower(:email) and o.disabledAt is null")
  Optional<OperatorEntity> byEmail(String email);

  List<OperatorEntity> findByAccountIdAndDisabledAtIsNullOrderByName(UUID accountId);
}
