package io.talaria.console.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.console.ConsoleTest;
import org.junit.jupiter.api.Test;

class FunnelTest extends ConsoleTest {
  @Test
  void an_empty_funnel_says_how_somebody_comes_in() {
    signInAsRecruiter();
    goTo("funnel");
    assertThat(page()).contains("Nobody has started yet").contains("Chat as a candidate");
  }

  @Test
  void the_table_links_every_number_to_its_people() {
    journal.candidate("A").inStage("technical_challenge", hours(1), hours(2));
    journal.candidate("B").inStage("initial_contact", hours(9)).journey("status = 'DROPPED'");
    signInAsRecruiter();
    goTo("funnel");
    assertThat(page()).contains("2 people who started");
    click("As a table");
    assertThat(page()).contains("50.0 %");
    assertThat(getCurrentView().getElement().getOuterHTML())
        .contains("inbox?stage=initial_contact&amp;part=lost");
  }

  @Test
  void who_is_there_now_is_in_no_percentage() {
    var bar =
        new StageBar("s", "S", new io.talaria.journal.reading.Funnel.Stage("s", 10, 3, 6, 1, 0));
    assertThat(bar.conversion(new io.talaria.console.words.Words(java.util.Locale.ENGLISH)))
        .isEqualTo("75.0 %");
  }

  @Test
  void the_colour_of_loss_is_kept_for_losses() {
    var words = new io.talaria.console.words.Words(java.util.Locale.ENGLISH);
    var nobody =
        new StageBar("s", "S", new io.talaria.journal.reading.Funnel.Stage("s", 6, 0, 6, 0, 0));
    var one =
        new StageBar("s", "S", new io.talaria.journal.reading.Funnel.Stage("s", 4, 3, 0, 1, 0));
    assertThat(nobody.facts(words)).contains("{q|  0 lost}").doesNotContain("{r|");
    assertThat(one.facts(words)).contains("{r|  1 lost, 25.0 %}");
  }
}
