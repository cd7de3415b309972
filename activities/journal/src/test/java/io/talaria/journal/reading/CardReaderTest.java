package io.talaria.journal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.SampleJournal;
import io.talaria.journal.listing.Reason;
import io.talaria.journal.listing.Reason.Code;
import io.talaria.journal.reading.Card.OfferedListing;
import io.talaria.port.Kept;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  void why_no_marketing_reaches_them_is_shown_a_stop_before_a_limit() {
    var ana = journal.candidate("Ana").says("oi", hours(3));
    bar(ana.id, 131049, "now() - interval '1 hour'", "now() - interval '1 minute'");
    assertThat(cards.read(SampleJournal.ACCOUNT, ana.journey).orElseThrow().marketing()).isNull();

    bar(ana.id, 131049, "now()", "now() + interval '1 day'");
    assertThat(cards.read(SampleJournal.ACCOUNT, ana.journey).orElseThrow().marketing().until())
        .isNotNull();
    bar(ana.id, 131050, "now()", "null");
    assertThat(cards.read(SampleJournal.ACCOUNT, ana.journey).orElseThrow().marketing().until())
        .isNull();
  }

  private void bar(UUID candidate, int code, String since, String until) {
    jdbc.sql(
            """
            insert into marketing_bar (id, account_id, candidate_id, error_code, since, until)
            values (gen_random_uuid(), ?, ?, ?, %s, %s)
            """
                .formatted(since, until))
        .params(SampleJournal.ACCOUNT, candidate, code)
        .update();
  }

  @Test
  void what_was_offered_last_is_shown_with_its_reasons_and_what_was_chosen_of_an_earlier_offer() {
    UUID old = UUID.randomUUID();
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    var ana =
        journal
            .candidate("Ana")
            .bot("vagas", hours(3), "SENT", "read")
            .offering("job", old, "Caixa", null)
            .bot("vagas", hours(2), "SENT", "read")
            .offering(
                "job",
                first,
                "Vendedora",
                "https://jobs.example/1",
                new Kept.Ground("WORDS", 0.8, List.of("vendas")),
                new Kept.Ground("ELSEWHERE", 0, List.of("Santos")),
                new Kept.Ground("OF_A_NEWER_BUILD", 1, List.of()))
            .offering("job", second, "Estoquista", null)
            .bot("vagas", hours(1), "REJECTED", null)
            .offering("job", UUID.randomUUID(), "Nunca vista", null);
    jdbc.sql("update listing_offer set offered_at = now() - interval '1 day' where listing_id = ?")
        .params(old)
        .update();
    assertThat(offered(ana).listings())
        .extracting(OfferedListing::id)
        .containsExactly(first, second);
    assertThat(offered(ana).chosen()).isNull();
    OfferedListing best = offered(ana).listings().getFirst();
    assertThat(best.title()).isEqualTo("Vendedora");
    assertThat(best.place()).isEqualTo("Campinas, SP");
    assertThat(best.link()).isEqualTo("https://jobs.example/1");
    assertThat(best.reasons())
        .containsExactly(
            new Reason(Code.WORDS, 0.8, 0, List.of("vendas")),
            new Reason(Code.ELSEWHERE, 0, 0, List.of("Santos")));

    ana.answers(Map.of("job", old.toString()));
    assertThat(offered(ana).chosen()).isEqualTo(old.toString());
    assertThat(offered(ana).listings())
        .extracting(OfferedListing::id)
        .containsExactly(first, second, old);
  }

  private Card.Offered offered(SampleJournal.Candidate ana) {
    Card card = cards.read(SampleJournal.ACCOUNT, ana.journey).orElseThrow();
    assertThat(card.offers()).hasSize(1);
    return card.offers().getFirst();
  }

  @Test
  void a_time_of_an_interview_is_shown_until_it_is_released() {
    Instant at = Instant.parse("2027-03-05T13:00:00Z");
    var ana = journal.candidate("Ana").says("oi", hours(1)).booked("talk", at, "Europe/Madrid");
    assertThat(cards.read(SampleJournal.ACCOUNT, ana.journey).orElseThrow().meetings())
        .containsExactly(new Card.Meeting("talk", at, "Europe/Madrid"));

    jdbc.sql("update interview_booking set released_at = now()").update();
    assertThat(cards.read(SampleJournal.ACCOUNT, ana.journey).orElseThrow().meetings()).isEmpty();
  }

  @Test
  void a_journey_of_another_account_has_no_card() {
    var ana = journal.candidate("Ana").says("oi", hours(3));
    assertThat(cards.read(UUID.randomUUID(), ana.journey)).isEmpty();
  }
}
