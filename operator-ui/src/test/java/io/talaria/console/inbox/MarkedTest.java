package io.talaria.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What WhatsApp would show bold. */
class MarkedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Escreva *pessoa* agora | Escreva [pessoa] agora",
        "*Sim*, ou *não*. | [Sim], ou [não].",
        "2 * 3 * 4 | 2 * 3 * 4",
        "a*b*c | a*b*c",
        "https://forms.example/?t=a_*b*_c | https://forms.example/?t=a_*b*_c",
        "nothing at all | nothing at all",
        "* not closed | * not closed"
      })
  void only_whole_words_between_marks_are_bold(String text, String shown) {
    assertThat(
            Marked.of(text)
                .getElement()
                .getChildren()
                .map(MarkedTest::drawn)
                .collect(Collectors.joining()))
        .isEqualTo(shown);
  }

  private static String drawn(Element part) {
    return part.isTextNode() ? part.getText() : "[" + part.getText() + "]";
  }
}
