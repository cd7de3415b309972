package io.talaria.journal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.SampleJournal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CardReaderTest extends JournalReading {
  @Autowired CardReader cards;

  @Test
  void scores_kept_before_are_told_oldest_first_in_both_shapes() {
    var ana =
        journal
            .candidate("Ana")
            .says("oi", hours(3))
            .risk(0.4, "[{\"factor\":\"silence\",\"weight\":0.3}]");
    Card old = cards.read(SampleJournal.ACCOUNT, ana.journey).orElseThrow();
    assertThat(old.factors().getFirst().points()).isEqualTo(0.3);
    assertThat(old.history()).extracting(Card.Past::risk).containsExactly(0.4);

    ana.risk(0.8, "[{\"factor\":\"silence\",\"weight\":0.4,\"value\":0.5,\"contribution\":0.2}]");
    Card now = cards.read(SampleJournal.ACCOUNT, ana.journey).orElseThrow();
    assertThat(now.factors().getFirst().points()).isEqualTo(0.2);
    assertThat(now.history()).extracting(Card.Past::risk).containsExactly(0.4, 0.8);
  }

  @Test
  void an_opt_out_is_shown_with_its_words() {
    var ana = journal.candidate("Ana").says("não me escrevam mais", hours(3));
    jdbc.sql(
            """
            insert into opt_out (message_id, account_id, candidate_id, journey_id, channel, said_at)
            select id, account_id, candidate_id, :journey, 'whatsapp', sent_at from message
            where candidate_id = :candidate
            """)
        .param("journey", ana.journey)
        .param("candidate", ana.id)
        .update();
    Card card = cards.read(SampleJournal.ACCOUNT, ana.journey).orElseThrow();
    assertThat(card.optOut().words()).isEqualTo("não me escrevam mais");
    assertThat(card.optOut().revokedAt()).isNull();
  }

  @Test
  void a_journey_of_another_account_has_no_card() {
    var ana = journal.candidate("Ana").says("oi", hours(3));
    assertThat(cards.read(UUID.randomUUID(), ana.journey)).isEmpty();
  }
}
