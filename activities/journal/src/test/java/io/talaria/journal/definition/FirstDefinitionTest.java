package io.talaria.journal.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody runs into who writes their first definition: told so that they can mend it. */
class FirstDefinitionTest {
  private static final String TECH_HIRING = String.join("\n", Slips.lines("tech-hiring"));

  /** Each is no YAML any more; the parser's own words would help nobody. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "label: {en: Salary expected | label: {en: Salary, expected? | double quotes around a text with a comma, a ? or a bracket",
        "en: Later, | en: Later?, | a comma between two entries of {…}",
        "en: When could you start? | en: So: when could you start? | double quotes around a text that has a colon",
        "en: When could you start? | en: *When* could you start? | a text that begins with * or &",
        "en: When could you start? | en: @you, when could you start? | a text that begins with a sign",
        "en: When could you start? | en: \"When\" could you start? | quotes around the whole of a text",
        "at_risk: 24h | at_risk 24h | a colon and a space behind each key"
      })
  void broken_yaml_is_told_with_what_is_missing_and_the_line(
      String right, String wrong, String told) {
    InvalidDefinition invalid = refused(right, wrong);

    assertThat(invalid.mistakes()).hasSize(1);
    assertThat(invalid).hasMessageContaining(told);
    assertThat(invalid.getMessage()).doesNotContain("mapping values", "block end", "token");
  }

  @Test
  void a_tab_is_told_as_a_tab() {
    assertThat(refused("  at_risk: 24h", "\tat_risk: 24h"))
        .hasMessageContaining("spaces instead of a tab");
  }

  @Test
  void a_line_that_is_told_is_shortened() {
    String long_ = "en: So: " + "very ".repeat(40);
    assertThat(refused("en: When could you start?", long_).mistakes().getFirst().found())
        .hasSizeLessThan(70)
        .endsWith("…`");
  }

  @Test
  void a_misspelt_step_that_is_all_of_the_last_stage_is_told_beside_the_branch_to_it() {
    String stage =
        "\n  - id: talk\n    name: {en: Talk, pt-BR: Conversa, es: Charla}\n    steps:\n"
            + "      - humen: welcome\n";
    String branch = "\n      - branch:\n          - {when: {question: start, is: now}, to: talk}";
    String yaml =
        TECH_HIRING.replace("      - ask: salary", branch.strip().indent(6) + "      - ask: salary")
            + stage;

    assertThat(Slips.mistakes(yaml))
        .extracting(Mistake::expected)
        .anySatisfy(expected -> assertThat(expected).startsWith("a step with one of say, ask"))
        .noneSatisfy(expected -> assertThat(expected).contains("later step"));
  }

  @Test
  void an_unknown_kind_of_answer_is_one_mistake() {
    assertThat(refused("answer: choice", "answer: chioce").mistakes())
        .extracting(Mistake::found)
        .containsExactly("`chioce`");
  }

  @Test
  void a_language_is_written_as_everybody_writes_it() {
    List<Mistake> mistakes =
        refused("languages: [en, pt-BR, es]", "languages: [en, pt-br, es]").mistakes();
    assertThat(mistakes.getFirst().toString())
        .contains("a language tag as BCP 47 writes it, such as pt-BR, found `pt-br`");
    assertThat(
            refused("languages: [en, pt-BR, es]", "languages: [en, portuguese_br, es]")
                .getMessage())
        .contains("a language tag as BCP 47 writes it, such as pt-BR");
  }

  private static InvalidDefinition refused(String right, String wrong) {
    String yaml = TECH_HIRING.replaceFirst(java.util.regex.Pattern.quote(right), wrong);
    assertThat(yaml).as("the change was made").isNotEqualTo(TECH_HIRING);
    return org.assertj.core.api.Assertions.catchThrowableOfType(
        InvalidDefinition.class, () -> DefinitionReader.read("first.yaml", yaml));
  }
}
