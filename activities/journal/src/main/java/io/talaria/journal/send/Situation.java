package io.talaria.journal.send;

import io.talaria.journal.Sealed;
import io.talaria.journal.journey.Standing;
import io.talaria.port.Delivery;
import io.talaria.port.Proposal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How a candidate's sends stand, read in one go under the brake's lock.
 *
 * @param brake as it stands until the transaction ends
 * @param claimed the proposal with which the delivery's turn was claimed; null for a turn that
 *     nobody has claimed and for what is no turn
 * @param known whether this send has a row
 * @param othersOpen whether another send of the candidate waits or is being called
 * @param recipient null for somebody whom WhatsApp gives no way to
 */
record Situation(
    Standing brake,
    @Nullable Proposal claimed,
    boolean known,
    boolean othersOpen,
    @Nullable Recipient recipient) {

  static Situation of(JdbcClient jdbc, Sealed sealed, Delivery delivery, Standing brake) {
    Delivery.Claim claim = delivery.claim();
    // Unique indexes of turn and send_intent, send_intent_open and contact_alias_candidate: a
    // handful of rows per candidate. Of the addresses the newest of the best kind.
    return jdbc.sql(
            """
            select t.sealed_proposal,
              exists (select 1 from send_intent where key = :key),
              exists (select 1 from send_intent
                where candidate_id = :candidate and key <> :key and state in ('QUEUED', 'SENDING')),
              a.kind, a.sealed_value
            from (select) as one
            left join turn t on t.key = cast(:claim as text) and t.candidate_id = :candidate
            left join lateral (
              select kind, sealed_value from contact_alias
              where candidate_id = :candidate and channel = 'whatsapp' and kind in ('phone', 'bsuid')
              order by kind = 'phone' desc, created_at desc limit 1) a on true
            """)
        .param("key", delivery.key())
        .param("candidate", delivery.candidateId())
        .param("claim", claim == null ? null : claim.key())
        .query(
            (row, n) -> {
              byte[] proposal = row.getBytes(1);
              String kind = row.getString(4);
              return new Situation(
                  brake,
                  proposal == null
                      ? null
                      : sealed.json(delivery.candidateId(), proposal, Proposal.class),
                  row.getBoolean(2),
                  row.getBoolean(3),
                  kind == null
                      ? null
                      : new Recipient(
                          Recipient.Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)),
                          Objects.requireNonNull(
                              sealed.text(delivery.candidateId(), row.getBytes(5)))));
            })
        .single();
  }
}
