package io.talaria.journal.send;

import io.talaria.journal.Sealed;
import io.talaria.journal.journey.Standing;
import io.talaria.port.Delivery;
import io.talaria.port.Proposal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How a candidate's sends stand, read in one go under the brake's lock.
 *
 * @param brake as it stands until the transaction ends
 * @param claimed the turn that answers the delivery's messages, or one of them: its own if somebody
 *     has claimed it, else another one of which something has left or will; null for what nobody
 *     has claimed and for what is no turn
 * @param known whether this send has a row
 * @param waiting whether that says QUEUED, under the delivery's epoch
 * @param othersOpen whether another send of the candidate waits or is being called
 * @param held whether the number is held, for the account's sake
 * @param outdated whether the journal has a step of the journey that is newer than the claim's
 *     basis
 * @param optedOut whether the candidate said that they want no messages, and hasn't written since
 * @param recipient null for somebody whom WhatsApp gives no way to
 */
record Situation(
    Standing brake,
    @Nullable Claimed claimed,
    boolean known,
    boolean waiting,
    boolean othersOpen,
    boolean held,
    boolean outdated,
    boolean optedOut,
    @Nullable Recipient recipient) {

  /** A turn as it was claimed. */
  record Claimed(String key, Proposal proposal) {
    boolean is(Delivery.Claim claim) {
      return key.equals(claim.key()) && proposal.equals(claim.proposal());
    }
  }

  static Situation of(JdbcClient jdbc, Sealed sealed, Delivery delivery, Standing brake) {
    Delivery.Claim claim = delivery.claim();
    Delivery.Basis basis = claim == null ? null : claim.basis();
    // By indexes on the candidate, a handful of rows each. Of the addresses the newest of the best
    // kind. A turn that was refused has answered nothing: its messages may be in the next one. What
    // a lost run had waiting (dropped by the repair) is still what they will hear.
    return jdbc.sql(
            """
            select t.sealed_proposal, t.key,
              exists (select 1 from send_intent where key = :key),
              exists (select 1 from send_intent
                where key = :key and state = 'QUEUED' and epoch = :epoch),
              exists (select 1 from send_intent
                where candidate_id = :candidate and key <> :key and state in ('QUEUED', 'SENDING')),
              exists (select 1 from number_hold where number_id = :number and lifted_at is null),
              exists (select 1 from journey where id = :journey
                and (generation, revision)
                  > (cast(:generation as bigint), cast(:revision as bigint))),
              exists (select 1 from opt_out where candidate_id = :candidate and revoked_at is null),
              a.kind, a.sealed_value
            from (select) as one
            left join lateral (
              select c.key, c.sealed_proposal from turn c
              where c.candidate_id = :candidate
                and (c.key = cast(:claim as text)
                  or (c.input_ids && cast(:inputs as uuid[])
                    and exists (select 1 from send_intent s
                      where s.candidate_id = :candidate and s.turn_key = c.key
                      and (s.state in ('QUEUED', 'SENDING', 'UNCERTAIN', 'SENT')
                        or s.settled_by = 'repair'))
                    and not exists (select 1 from send_intent s
                      where s.candidate_id = :candidate and s.turn_key = c.key
                      and s.state in ('REJECTED', 'FAILED')
                      and s.settled_by not in ('brake', 'repair'))))
              order by c.key = cast(:claim as text) desc, c.claimed_at limit 1) t on true
            left join lateral (
              select kind, sealed_value from contact_alias
              where candidate_id = :candidate and channel = 'whatsapp' and kind in ('phone', 'bsuid')
              order by kind = 'phone' desc, created_at desc limit 1) a on true
            """)
        .param("key", delivery.key())
        .param("candidate", delivery.candidateId())
        .param("epoch", delivery.epoch())
        .param("number", delivery.numberId())
        .param("journey", delivery.journeyId())
        .param("generation", basis == null ? null : basis.generation())
        .param("revision", basis == null ? null : basis.revision())
        .param("claim", claim == null ? null : claim.key())
        .param("inputs", claim == null ? null : claim.inputIds().toArray(UUID[]::new))
        .query(
            (row, n) -> {
              byte[] proposal = row.getBytes(1);
              String kind = row.getString(9);
              return new Situation(
                  brake,
                  proposal == null
                      ? null
                      : new Claimed(
                          row.getString(2),
                          sealed.json(delivery.candidateId(), proposal, Proposal.class)),
                  row.getBoolean(3),
                  row.getBoolean(4),
                  row.getBoolean(5),
                  row.getBoolean(6),
                  row.getBoolean(7),
                  row.getBoolean(8),
                  kind == null
                      ? null
                      : new Recipient(
                          Recipient.Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)),
                          Objects.requireNonNull(
                              sealed.text(delivery.candidateId(), row.getBytes(10)))));
            })
        .single();
  }
}
