package io.talaria.journal.listing;

import io.talaria.journal.AtCommit;
import io.talaria.journal.Sealed;
import io.talaria.port.Delivery;
import io.talaria.port.Kept;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Listings that were offered to candidates, with their reasons, as they were then. */
@Component
public class Offers {
  private final Sealed sealed;
  private final AtCommit atCommit;
  private final JdbcClient jdbc;

  Offers(Sealed sealed, AtCommit atCommit, JdbcClient jdbc) {
    this.sealed = sealed;
    this.atCommit = atCommit;
    this.jdbc = jdbc;
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

  /**
   * The listings that this journey offered at other steps than this one, chosen or not. What this
   * step itself offered isn't among them: whoever is asked it again must see the same list.
   */
  public Set<UUID> before(UUID candidateId, UUID journeyId, String step) {
    // By index listing_offer_journey. What WhatsApp refused wasn't seen: send_intent tells by its
    // index on the candidate.
    return jdbc
        .sql(
            """
            select distinct o.listing_id from listing_offer o
            where o.journey_id = :journey and o.step <> :step
              and exists (select 1 from send_intent s
                where s.candidate_id = :candidate and s.turn_key = o.turn_key
                  and s.state in ('QUEUED', 'SENDING', 'UNCERTAIN', 'SENT'))
            """)
        .param("journey", journeyId)
        .param("step", step)
        .param("candidate", candidateId)
        .query(UUID.class)
        .stream()
        .collect(Collectors.toUnmodifiableSet());
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
