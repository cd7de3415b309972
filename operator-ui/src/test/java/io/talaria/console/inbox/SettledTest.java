package io.talaria.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.console.ConsoleTest;
import io.talaria.journal.SampleJournal.Candidate;
import io.talaria.journey.SettleSend.Choice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who decided about a send of which nobody knew stands between the words. */
class SettledTest extends ConsoleTest {
  @ParameterizedTest
  @CsvSource({
    "ARRIVED, Camila Prado decided that the uncertain message arrived",
    "SEND_AGAIN, Camila Prado sent the uncertain message again",
    "LEAVE_UNSENT, Camila Prado left the uncertain message unsent"
  })
  void it_stands_in_the_transcript_who_decided_what(Choice choice, String line) {
    Candidate ana = journal.candidate("Ana Souza").says("oi", minutes(3));
    ana.event(
        "UncertainSettled",
        minutes(1),
        "\"operatorId\":\"%s\",\"operatorName\":\"Camila Prado\",\"key\":\"k/0\",\"choice\":\"%s\""
            .formatted(camila, choice));
    signInAsRecruiter();
    goTo("inbox/" + ana.id);
    assertThat(page()).contains(line + ", ");
  }
}
