package io.talaria.journal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.talaria.journal.listing.WishPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishReaderTest {
  @Test
  void several_answers_tell_what_is_searched_for_those_of_the_exploration_included() {
    assertThat(wish(GRADUATES).wish().get("words"))
        .containsExactly("field", "interests", "best_subject", "routine");
    assertThat(wish(GRADUATES).wish().get("place")).isEqualTo(List.of("town"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          - id: full_time | - id: full    | full_day
          - id: morning   | - id: mornin  | morning
          - id: any       | - id: anyy    | any
          """)
  void a_shift_that_no_listing_knows_is_a_mistake_where_the_choice_stands(
      String right, String wrong, String nearest) {
    int line = (int) GRADUATES.substring(0, GRADUATES.indexOf(right)).lines().count();
    InvalidDefinition invalid = mistakes(GRADUATES.replace(right, wrong));

    assertThat(invalid.mistakes()).hasSize(1);
    assertThat(invalid.mistakes().getFirst().line()).isEqualTo(line);
    assertThat(invalid.getMessage())
        .contains("a shift, which listings know (morning, afternoon, evening, night, full_day")
        .contains("such as %s, found".formatted(nearest));
  }

  @Test
  void a_workplace_is_checked_as_well_and_any_wishes_nothing() {
    String sample = EditorSchema.sample();
    assertThat(mistakes(sample.replace("{id: hybrid,", "{id: both,")).getMessage())
        .contains("a workplace, which listings know (office, hybrid, remote, any)");
    assertThat(sample).contains("{id: any,");
  }

  @Test
  void a_place_is_told_by_one_question_and_each_of_several_was_asked_before() {
    String many = GRADUATES.replace("place: town", "place: [town, course]");
    assertThat(mistakes(many).getMessage()).contains("found a list");
    String later = GRADUATES.replace("[field, interests,", "[field, interest,");
    assertThat(mistakes(later).getMessage()).contains("such as interests, found `interest`");
  }

  @Test
  void words_are_insisted_on_unless_the_step_says_something_else() {
    String must = "        must: [words, place, shift]\n";
    assertThat(wish(GRADUATES).must())
        .containsExactlyInAnyOrder(WishPart.WORDS, WishPart.PLACE, WishPart.SHIFT);
    assertThat(wish(GRADUATES.replace(must, "")).must()).containsExactly(WishPart.WORDS);
    assertThat(wish(GRADUATES.replace(must, "        must: []\n")).must()).isEmpty();
    assertThat(mistakes(GRADUATES.replace("place, shift]\n", "workplace]\n")).getMessage())
        .contains("a part that the wish tells, such as place, found `workplace`");
  }

  private static Answer.Listings wish(String yaml) {
    return (Answer.Listings)
        DefinitionReader.read("test.yaml", yaml).question("job").orElseThrow().answer();
  }

  private static InvalidDefinition mistakes(String yaml) {
    return catchThrowableOfType(
        InvalidDefinition.class, () -> DefinitionReader.read("test.yaml", yaml));
  }

  private static final String GRADUATES = graduates();

  private static String graduates() {
    try (var in = WishReaderTest.class.getResourceAsStream("/definitions/graduates.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
