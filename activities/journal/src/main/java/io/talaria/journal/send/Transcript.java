package io.talaria.journal.send;

import io.talaria.journal.AtCommit;
import io.talaria.journal.Sealed;
import io.talaria.journal.event.SentEvents;
import io.talaria.port.Delivery;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The rows of sends in the transcript, which shows them in the order in which they leave. */
@Component
class Transcript {
  private final Sealed sealed;
  private final AtCommit atCommit;

  Transcript(Sealed sealed, AtCommit atCommit) {
    this.sealed = sealed;
    this.atCommit = atCommit;
  }

  /** A send that waited goes behind whatever left meanwhile; no-op where nothing did. */
  void moveBehindWhatLeft(Delivery delivery) {
    atCommit.run(
        """
        with place as (
          update candidate set next_seq = next_seq + 1
          where id = ? and exists (
            select 1 from message mine join message later
              on later.candidate_id = mine.candidate_id and later.seq > mine.seq
            where mine.intent_key = ? and later.direction = 'OUT')
          returning next_seq)
        update message set seq = place.next_seq, sent_at = clock_timestamp()
        from place where intent_key = ?
        """,
        delivery.candidateId(),
        delivery.key(),
        delivery.key());
  }

  /** A new send takes the next place; no-op for one that waited, which has its row. */
  void add(Delivery delivery) {
    UUID candidate = delivery.candidateId();
    atCommit.run(
        """
        with place as (
          update candidate set next_seq = next_seq + 1
          where id = ? and not exists (select 1 from message where intent_key = ?)
          returning id, next_seq)
        insert into message
          (id, account_id, candidate_id, journey_id, number_id, seq, direction, author,
           operator_id, kind, sealed_text, sealed_extra, intent_key, sent_at)
        select ?, ?, place.id, ?, ?, place.next_seq, 'OUT', ?, cast(? as uuid), ?, ?, ?, ?,
               clock_timestamp()
        from place
        """,
        candidate,
        delivery.key(),
        UUID.randomUUID(),
        delivery.accountId(),
        delivery.journeyId(),
        delivery.numberId(),
        delivery.author().name(),
        delivery.operatorId(),
        SentEvents.kind(delivery.content()),
        sealed.text(candidate, delivery.content().body()),
        sealed.json(candidate, delivery.content()),
        delivery.key());
  }

  /** WhatsApp's id of an accepted send; the first one stands. */
  void named(String key, String wamid) {
    atCommit.run("update message set wamid = ? where intent_key = ? and wamid is null", wamid, key);
  }
}
