package io.talaria.journal.listing;

import io.talaria.journal.AtCommit;
import io.talaria.journal.Sealed;
import io.talaria.port.Delivery;
import io.talaria.port.Kept;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Listings that were offered to candidates, with their reasons, as they were then. */
@Component
public class Offers {
  private final Sealed sealed;
  private final AtCommit atCommit;

  Offers(Sealed sealed, AtCommit atCommit) {
    this.sealed = sealed;
    this.atCommit = atCommit;
  }

  /**
   * Keeps what the turn of this delivery offers, in the commit that claims it; no-op for a turn
   * that offers none, or whose offer is kept.
   */
  public void keep(Delivery delivery, Delivery.Claim claim) {
    if (claim.proposal().kept() == null) {
      return;
    }
    for (Kept kept : claim.proposal().kept()) {
      if (kept instanceof Kept.Offered offered) {
        keep(delivery, claim.key(), offered);
      }
    }
  }

  private void keep(Delivery delivery, String key, Kept.Offered offered) {
    for (int i = 0; i < offered.listings().size(); i++) {
      Kept.Listed listed = offered.listings().get(i);
      atCommit.run(
          """
          insert into listing_offer (turn_key, rank, account_id, candidate_id, journey_id, step,
            listing_id, reference, title, company, place, link, sealed_grounds)
          select ?, ?, l.account_id, ?, ?, ?, l.id, l.reference, l.title, l.company,
            nullif(concat_ws(', ', l.city, l.region), ''), l.link, ?
          from job_listing l where l.id = ? and l.account_id = ?
          on conflict (turn_key, rank) do nothing
          """,
          key,
          i + 1,
          delivery.candidateId(),
          delivery.journeyId(),
          offered.step(),
          sealed.json(delivery.candidateId(), listed),
          UUID.fromString(listed.listing()),
          delivery.accountId());
    }
  }
}
