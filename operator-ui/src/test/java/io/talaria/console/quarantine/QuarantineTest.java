package io.talaria.console.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import io.talaria.console.ConsoleTest;
import org.junit.jupiter.api.Test;

class QuarantineTest extends ConsoleTest {
  @Test
  void an_empty_quarantine_says_what_would_stand_here() {
    signInAsRecruiter();
    goTo("quarantine");
    assertThat(page()).contains("Nothing is in quarantine").contains("with the reason and a Retry");
  }

  @Test
  void retry_asks_the_gateway() {
    journal.quarantined("{", "not_json", "The body ends in the middle.");
    signInAsRecruiter();
    goTo("quarantine");
    assertThat(page()).contains("Not JSON").contains("tried once");
    click("Retry");
    assertThat(page()).contains("asked to try again at");
    assertThat(open()).isEqualTo(1);
  }

  @Test
  void discard_asks_first() {
    journal.quarantined("{", "unknown_number", "No number 999 is configured here.");
    signInAsRecruiter();
    goTo("quarantine");
    click("Discard");
    assertThat(open()).isEqualTo(1);
    var dialog = $(ConfirmDialog.class).single();
    ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
    assertThat(page()).contains("Discarded");
    assertThat(open()).isZero();
  }

  private long open() {
    return jdbc.sql("select count(*) from quarantine where settled_at is null")
        .query(Long.class)
        .single();
  }
}
