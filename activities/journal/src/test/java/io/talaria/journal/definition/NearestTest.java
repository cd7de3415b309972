package io.talaria.journal.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> CITIES = List.of("campinas", "santos", "santa maria");

  @Test
  void a_letter_put_in_left_out_changed_or_swapped_is_one_edit() {
    for (String slip : List.of("camppinas", "campnas", "campimas", "capminas")) {
      assertThat(Nearest.within(1, slip, CITIES)).as(slip).contains("campinas");
      assertThat(Nearest.within(0, slip, CITIES)).as(slip).isEmpty();
    }
    assertThat(Nearest.within(1, "recife", CITIES)).isEmpty();
  }

  @Test
  void of_two_that_are_as_near_neither_was_meant() {
    assertThat(Nearest.within(1, "itapela", List.of("itapeva", "itapema"))).isEmpty();
    assertThat(Nearest.within(1, "itapema", List.of("itapeva", "itapema"))).contains("itapema");
  }

  /** Counting no more than needed finds the same word as counting all. */
  @Property(tries = 2000)
  void the_first_word_with_the_fewest_edits_is_the_one_that_was_meant(
      @ForAll("words") String word, @ForAll("lists") List<String> valid) {
    String expected =
        valid.stream().min(Comparator.comparingInt(one -> edits(word, one))).orElse(word);

    assertThat(Nearest.of(word, valid)).isEqualTo(expected);
  }

  private static int edits(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length();
    }
    int substituted = edits(a.substring(1), b.substring(1)) + (a.charAt(0) == b.charAt(0) ? 0 : 1);
    return Math.min(substituted, Math.min(edits(a.substring(1), b), edits(a, b.substring(1))) + 1);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().withChars("abc").ofMaxLength(6);
  }

  @Provide
  Arbitrary<List<String>> lists() {
    return words().list().ofMaxSize(6);
  }
}
