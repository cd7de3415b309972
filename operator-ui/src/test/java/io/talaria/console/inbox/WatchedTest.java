package io.talaria.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextArea;
import io.talaria.console.ConsoleTest;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Moments;
import io.talaria.journal.SampleJournal;
import io.talaria.journal.SampleJournal.Candidate;
import io.talaria.journal.operator.Operator.Role;
import io.talaria.journal.reading.QueueReader;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Conversations in which another bot speaks, and Talaria only looks on. */
class WatchedTest extends ConsoleTest {
  @Autowired QueueReader queue;

  private Candidate watched(String phase) {
    Candidate ana =
        journal
            .candidate("Ana Souza")
            .says("oi", minutes(3))
            .journey("phase = '%s'".formatted(phase));
    signInAsLead();
    return ana;
  }

  private String who(Candidate ana) {
    var me = new SignedIn(camila, SampleJournal.ACCOUNT, "c@x.example", "Camila", Role.LEAD, "en");
    var row = queue.row(SampleJournal.ACCOUNT, camila, ana.id).orElseThrow();
    return Row.of(row, me, "stage", false, Moments.here(), Instant.now()).path("who").asString();
  }

  @Test
  void the_list_and_the_conversation_say_that_another_bot_speaks_and_in_which_phase() {
    Candidate ana = watched("OBSERVE");
    assertThat(who(ana)).isEqualTo("OUTSIDE BOT · SEEN");
    goTo("inbox/" + ana.id);
    assertThat(page())
        .contains("OUTSIDE BOT · SEEN")
        .contains("Another bot speaks to Ana. Talaria only shows it")
        .doesNotContain("Take over", "Write without taking over");
    assertThat($(TextArea.class).all()).isEmpty();
  }

  @Test
  void where_the_team_is_alerted_it_says_so() {
    Candidate ana = watched("ALERT");
    assertThat(who(ana)).isEqualTo("OUTSIDE BOT · ALERTS");
    goTo("inbox/" + ana.id);
    assertThat(page()).contains("Talaria shows it and alerts the team");
  }

  @Test
  void t_says_why_nobody_can_take_it_over_and_raises_no_brake() {
    goTo("inbox/" + watched("ALERT").id);
    key("t");
    assertThat(told().getFirst()).startsWith("Talaria only looks on here");
    assertThat(desk.asked).isEmpty();
    assertThat(jdbc.sql("select count(*) from takeover").query(Long.class).single()).isZero();
  }

  @Test
  void what_a_person_holds_from_before_is_theirs_to_write_in() {
    Candidate ana = watched("ALERT");
    ana.heldBy(
        camila,
        minutes(1),
        "asks",
        "{\"stoppedAt\":\"AT\",\"inFlight\":[],\"uncertain\":[],\"dropped\":[]}");
    goTo("inbox/" + ana.id);
    assertThat(who(ana)).isEqualTo("YOU");
    assertThat($(TextArea.class).all()).hasSize(1);
  }
}
