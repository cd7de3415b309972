package io.talaria.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.Query;
import io.talaria.console.ConsoleTest;
import io.talaria.journal.reading.QueueRow;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QueueTest extends ConsoleTest {
  @Test
  void nobody_has_written_yet_and_the_page_says_what_to_do() {
    signInAsLead();
    goTo("inbox");
    assertThat(page())
        .contains("Welcome, Camila")
        .contains("Nobody has written yet. Chat as a candidate to see it work")
        .contains("No open conversations");
  }

  @Test
  void an_empty_tab_says_where_somebody_waits() {
    journal.candidate("Ana").says("x", minutes(9)).journey("needs_human = 'asked_for_person'");
    signInAsRecruiter();
    goTo("inbox?tab=mine");
    assertThat(page()).contains("Nothing waits here. 1 in Unassigned");
  }

  @Test
  void only_the_first_page_is_read() {
    for (int i = 0; i < QueueFeed.PAGE + 5; i++) {
      journal.candidate("Ana " + i).says("x", minutes(i + 1));
    }
    signInAsRecruiter();
    goTo("inbox?tab=all");
    assertThat(names()).hasSize(QueueFeed.PAGE);
    $(QueuePane.class).single().listener().more();
    settle();
    assertThat(names()).hasSize(QueueFeed.PAGE + 5);
  }

  @Test
  void j_and_k_walk_through_the_rows() {
    journal.candidate("Second").says("x", minutes(5));
    journal.candidate("First").says("x", minutes(9));
    signInAsRecruiter();
    goTo("inbox?tab=all");
    key("j");
    assertThat(page()).contains("The bot answers here");
    UUID first = opened();
    key("j");
    assertThat(opened()).isNotEqualTo(first);
    key("k");
    assertThat(opened()).isEqualTo(first);
  }

  @Test
  void an_address_of_nobody_is_no_white_page() {
    signInAsRecruiter();
    goTo("inbox/" + UUID.randomUUID());
    assertThat(page()).contains("Nobody is at this address");
    goTo("inbox/not-an-id");
    assertThat(page()).contains("Nobody is at this address");
  }

  @Test
  void rows_of_a_reader_stay_and_only_the_number_of_moves_is_told() {
    journal.candidate("Ana").says("x", minutes(5));
    signInAsRecruiter();
    goTo("inbox?tab=all");
    journal.candidate("Bia").says("x", minutes(50));
    InboxView inbox = (InboxView) getCurrentView();
    $(QueuePane.class).single().listener().reading(true);
    inbox.changed(UI.getCurrent(), Set.of());
    settle();
    assertThat(names()).containsExactly("Ana");
    assertThat(page()).contains("1 conversation moved up · Show");
    click("1 conversation moved up");
    assertThat(names()).containsExactly("Bia", "Ana");
  }

  private UUID opened() {
    String path = UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    return UUID.fromString(path.substring("inbox/".length()));
  }

  @SuppressWarnings("unchecked")
  private List<String> names() {
    settle();
    VirtualList<QueueRow> list = $(VirtualList.class).single();
    return list.getDataProvider().fetch(new Query<>()).map(QueueRow::name).toList();
  }
}
