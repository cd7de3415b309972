package io.talaria.journal.send;

import io.talaria.journal.AtCommit;
import io.talaria.journal.Sealed;
import io.talaria.port.Delivery;
import io.talaria.port.Proposal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns that somebody has claimed: the first writer's proposal is what the candidate gets. */
@Component
public class Turns {
  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final AtCommit atCommit;

  Turns(JdbcClient jdbc, Sealed sealed, AtCommit atCommit) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.atCommit = atCommit;
  }

  /** The proposal that holds for this turn; empty while nobody has claimed it. */
  public Optional<Proposal> claimed(UUID candidateId, String key) {
    return jdbc.sql(
            "select sealed_proposal from turn where key = :key and candidate_id = :candidate")
        .param("key", key)
        .param("candidate", candidateId)
        .query((row, n) -> sealed.json(candidateId, row.getBytes(1), Proposal.class))
        .optional();
  }

  /** Claims a turn that nobody has; no-op else. The brake's lock keeps two claimers apart. */
  void claim(Delivery delivery, Delivery.Claim claim) {
    Proposal proposal = claim.proposal();
    atCommit.run(
        """
        insert into turn (key, account_id, candidate_id, journey_id, input_ids, sealed_proposal,
                          engine, definition_version)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (key) do nothing
        """,
        claim.key(),
        delivery.accountId(),
        delivery.candidateId(),
        delivery.journeyId(),
        claim.inputIds().toArray(UUID[]::new),
        sealed.json(delivery.candidateId(), proposal),
        proposal.decision().engine(),
        proposal.decision().version());
  }
}
