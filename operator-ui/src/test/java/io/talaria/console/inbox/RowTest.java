package io.talaria.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.console.ConsoleTest;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Moments;
import io.talaria.journal.SampleJournal;
import io.talaria.journal.operator.Operator.Role;
import io.talaria.journal.reading.QueueReader;
import io.talaria.port.Outbound;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RowTest extends ConsoleTest {
  @Autowired QueueReader queue;

  @Test
  void where_there_are_no_words_the_row_says_what_came() {
    var ana = journal.candidate("Ana Souza");
    ana.brings("image", null, null, minutes(3));
    var me = new SignedIn(camila, SampleJournal.ACCOUNT, "c@x.example", "Camila", Role.LEAD, "en");

    var row = queue.row(SampleJournal.ACCOUNT, camila, ana.id).orElseThrow();

    assertThat(
            Row.of(row, me, "stage", false, Moments.here(), Instant.now()).path("text").asString())
        .isEqualTo("[a picture]");
  }

  @Test
  void words_of_a_colleague_are_not_called_mine_when_the_bot_has_it_again() {
    var ana = journal.candidate("Ana Souza").says("oi", minutes(9));
    ana.sent(
        new Outbound.Text("Bom dia, aqui é o Rafael"),
        minutes(3),
        "RECRUITER",
        rafael,
        "SENT",
        "read");
    var me = new SignedIn(camila, SampleJournal.ACCOUNT, "c@x.example", "Camila", Role.LEAD, "en");

    var row = queue.row(SampleJournal.ACCOUNT, camila, ana.id).orElseThrow();

    assertThat(
            Row.of(row, me, "stage", false, Moments.here(), Instant.now())
                .path("author")
                .asString())
        .isEqualTo("Team:");
  }
}
