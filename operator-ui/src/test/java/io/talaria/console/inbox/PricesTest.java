package io.talaria.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.console.ConsoleTest;
import io.talaria.journal.SampleJournal.Candidate;
import io.talaria.port.Outbound;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What messages cost, and will, stands where people read them. */
class PricesTest extends ConsoleTest {
  private static final String EXPECTED = "Costs $0.0625, if delivered";

  private void template(Candidate ana, String state, String status) {
    var template =
        new Outbound.Template("come_back", "pt_BR", "Oi, Ana", List.of("Ana"), "marketing");
    ana.sent(template, minutes(2), "BOT", null, state, status);
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
  }

  @ParameterizedTest
  @CsvSource({"QUEUED,", "SENDING,", "UNCERTAIN,", "SENT,", "SENT, sent"})
  void the_bots_template_shows_what_it_will_cost_until_it_arrives(String state, String status) {
    Candidate ana = journal.candidate("Ana Souza").says("oi", minutes(30 * 60));
    template(ana, state, status);
    assertThat(page()).contains(EXPECTED);
  }

  @ParameterizedTest
  @CsvSource({
    "SENT, read, $0.00 and 1 of unknown price",
    "SENT, sent, None so far; 1 not known to have arrived",
    "UNCERTAIN, , None so far; 1 not known to have arrived",
    "FAILED, failed, None so far"
  })
  void what_nobody_told_is_never_nothing(String state, String status, String cost) {
    Candidate ana = journal.candidate("Ana Souza").says("oi", minutes(30 * 60));
    template(ana, state, status);
    assertThat(page()).contains(cost);
  }
}
