package io.talaria.worker.interleaving.temporal;

import io.talaria.port.Delivery.Claim;
import io.talaria.port.Proposal;
import io.talaria.worker.interleaving.PaperRows;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One candidate's claimed turns on paper: the first writer's proposal is what is said. */
final class PaperTurns {
  private final PaperRows rows;
  private final Map<String, Claim> claims = new LinkedHashMap<>();

  PaperTurns(PaperRows rows) {
    this.rows = rows;
  }

  /** The proposal that holds for this turn; empty while nobody has claimed it. */
  Optional<Proposal> claimed(String key) {
    return Optional.ofNullable(claims.get(key)).map(Claim::proposal);
  }

  /**
   * What is to be said instead: this turn was claimed with another proposal, or another turn has
   * answered one of its messages.
   */
  Optional<Claim> instead(@Nullable Claim claim) {
    if (claim == null) {
      return Optional.empty();
    }
    Claim own = claims.get(claim.key());
    if (own != null) {
      return Optional.of(own).filter(first -> !first.proposal().equals(claim.proposal()));
    }
    return claims.values().stream()
        .filter(other -> !Collections.disjoint(other.inputIds(), claim.inputIds()))
        .filter(other -> rows.answers(other.key()))
        .findFirst();
  }

  /** No-op for a turn that somebody has claimed, and for what is none. */
  void claim(@Nullable Claim claim) {
    if (claim != null) {
      claims.putIfAbsent(claim.key(), claim);
    }
  }
}
