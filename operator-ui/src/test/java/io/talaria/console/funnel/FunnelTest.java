package io.talaria.console.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.dom.Element;
import io.talaria.console.ConsoleTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        .contains("stage=initial_contact", "part=lost", "definition=tech-hiring");
  }

  @Test
  void every_number_opens_exactly_its_people() {
    people("tech-hiring");
    people("graduates");
    people("graduates");
    signInAsRecruiter();
    goTo("funnel?definition=tech-hiring");
    click("As a table");
    List<Element> links = new ArrayList<>();
    gather(getCurrentView().getElement(), links);
    Map<String, String> numbers = new LinkedHashMap<>();
    links.forEach(link -> numbers.put(link.getAttribute("href"), link.getTextRecursively()));

    assertThat(numbers).hasSize(5 + 4 * 4);
    numbers.forEach(
        (href, text) -> {
          goTo(href);
          assertThat(shown()).as(href).isEqualTo(last(text));
        });
  }

  /** One of each kind of way. */
  private void people(String definition) {
    journal
        .candidate("Here")
        .inStage("technical_challenge", hours(1), hours(2))
        .journey("definition_name = ?", definition);
    journal
        .candidate("At risk")
        .inStage("initial_contact", hours(30))
        .journey("definition_name = ?, at_risk_since = now()", definition);
    journal
        .candidate("Gone")
        .inStage("initial_contact", hours(9))
        .journey("definition_name = ?, status = 'DROPPED'", definition);
    journal
        .candidate("Turned down at the end")
        .inStage("final_review", hours(1), hours(1), hours(1), hours(1))
        .journey("definition_name = ?, status = 'REJECTED'", definition);
    // completes without the last stage: not one of those who moved on from it
    journal
        .candidate("Completed")
        .inStage("cultural_fit", hours(1), hours(1), hours(1))
        .journey("definition_name = ?, status = 'COMPLETED'", definition);
  }

  private static void gather(Element element, List<Element> links) {
    if (element.getTag().equals("a") && element.isVisible()) {
      links.add(element);
    }
    element.getChildren().filter(child -> !child.isTextNode()).forEach(one -> gather(one, links));
  }

  private static int last(String text) {
    Matcher numbers = Pattern.compile("\\d+").matcher(text);
    int last = -1;
    while (numbers.find()) {
      last = Integer.parseInt(numbers.group());
    }
    return last;
  }

  @SuppressWarnings("unchecked")
  private int shown() {
    settle();
    // Where nobody is, a sentence stands instead of the list.
    return $(VirtualList.class).all().stream()
        .mapToInt(list -> (int) list.getDataProvider().fetch(new Query<>()).count())
        .sum();
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
