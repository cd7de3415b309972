package io.talaria.journal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.SampleJournal;
import io.talaria.journal.SampleJournal.Candidate;
import io.talaria.journal.price.JourneyCost;
import io.talaria.journal.price.JourneyCosts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JourneyCostsTest extends JournalReading {
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

  @Test
  void only_what_arrived_and_was_priced_costs() {
    Candidate ana = journal.candidate("Ana Souza");
    ana.bot("Olá", minutes(30), "SENT", "read");
    priced(ana, "service", "regular");
    ana.bot("Qual cargo?", minutes(20), "SENT", "delivered");
    priced(ana, "service", "regular");
    ana.bot("Oi?", minutes(10), "SENT", "sent");
    priced(ana, "service", "regular");
    ana.bot("Alô?", minutes(5), "SENT", "read");

    assertThat(of(ana).delivered()).extracting(JourneyCost.Delivered::messages).contains(2);
    assertThat(of(ana).delivered().stream().mapToInt(JourneyCost.Delivered::messages).sum())
        .isEqualTo(2);
    assertThat(of(ana).freeEntryFrom()).isNull();
  }

  @Test
  void a_free_entry_is_known_by_its_first_free_message() {
    Candidate ana = journal.candidate("Ana Souza");
    ana.bot("Olá", hours(3), "SENT", "read");
    priced(ana, "service", "free_entry_point");
    assertThat(of(ana).freeEntryFrom()).isNotNull();
  }
}
