package io.talaria.journal.operator;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

/**
 * A row whose key is made here and not by the database. It says itself whether it is new: from the
 * key alone Spring Data would take it for a known one, look for it and merge.
 */
@MappedSuperclass
abstract class Row<K> implements Persistable<K> {
  @Transient private boolean kept;

  @Override
  public boolean isNew() {
    return !kept;
  }

  @PostLoad
  @PostPersist
  void kept() {
    kept = true;
  }
}
