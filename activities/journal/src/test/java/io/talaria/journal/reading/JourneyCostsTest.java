package io.talaria.journal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.SampleJournal;
import io.talaria.journal.SampleJournal.Candidate;
import io.talaria.journal.price.JourneyCost;
import io.talaria.journal.price.JourneyCosts;
import io.talaria.journal.price.RateCard;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JourneyCostsTest extends JournalReading {
  private static final RateCard CARD =
      new RateCard("none", LocalDate.EPOCH, Currency.getInstance("USD"), List.of());

  @Autowired JourneyCosts costs;

  private JourneyCost of(Candidate candidate) {
    return costs.of(SampleJournal.ACCOUNT, candidate.id, candidate.journey);
  }

  private void priced(Candidate candidate, String category, String type) {
    jdbc.sql(
            """
            update send_intent set billable = true, price_category = :category, price_type = :type
            where key = :key
            """)
        .param("category", category)
        .param("type", type)
        .param("key", candidate.newestKey())
        .update();
  }

  private int arrived(Candidate candidate, Predicate<JourneyCost.Delivered> which) {
    return of(candidate).delivered().stream()
        .filter(which)
        .mapToInt(JourneyCost.Delivered::messages)
        .sum();
  }

  @Test
  void what_arrived_costs() {
    Candidate ana = journal.candidate("Ana Souza");
    ana.bot("Olá", minutes(30), "SENT", "read");
    priced(ana, "service", "regular");
    ana.bot("Qual cargo?", minutes(20), "SENT", "delivered");
    priced(ana, "service", "regular");
    ana.bot("Ainda aí?", minutes(10), "FAILED", "failed");

    assertThat(of(ana).delivered()).extracting(JourneyCost.Delivered::messages).contains(2);
    assertThat(arrived(ana, all -> true)).isEqualTo(2);
    assertThat(of(ana).untold()).isZero();
    assertThat(of(ana).freeEntryFrom()).isNull();
  }

  @Test
  void what_arrived_without_a_price_is_of_unknown_price() {
    Candidate ana = journal.candidate("Ana Souza");
    ana.bot("Olá", minutes(30), "SENT", "read");
    ana.bot("Qual cargo?", minutes(20), "SENT", "delivered");

    assertThat(arrived(ana, group -> group.category() == null)).isEqualTo(2);
    assertThat(of(ana).sum(CARD).unpriced()).isEqualTo(2);
  }

  @Test
  void what_left_and_of_which_nobody_told_more_may_cost() {
    Candidate ana = journal.candidate("Ana Souza");
    ana.bot("Oi?", minutes(30), "SENT", "sent");
    priced(ana, "service", "regular");
    ana.bot("Alô?", minutes(20), "SENT", null);
    ana.bot("Está aí?", minutes(10), "UNCERTAIN", null);
    ana.bot("Tchau", minutes(5), "QUEUED", null);
    ana.bot("Nada", minutes(4), "REJECTED", null);

    assertThat(of(ana).delivered()).isEmpty();
    assertThat(of(ana).untold()).isEqualTo(3);
  }

  @Test
  void a_free_entry_is_known_by_its_first_free_message() {
    Candidate ana = journal.candidate("Ana Souza");
    ana.bot("Olá", hours(3), "SENT", "read");
    priced(ana, "service", "free_entry_point");
    assertThat(of(ana).freeEntryFrom()).isNotNull();
  }
}
