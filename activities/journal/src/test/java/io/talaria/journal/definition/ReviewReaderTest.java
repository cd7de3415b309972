package io.talaria.journal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.talaria.definition.Plan;
import io.talaria.definition.Plan.Overdue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewReaderTest {
  private static final String RULE = "review: {below_confidence: 0.7, after: 30m, then: send}\n";

  private static String techHiring() {
    return DefinitionReaderTest.techHiring();
  }

  private static Plan plan(String yaml) {
    return DefinitionReader.read("test.yaml", yaml).plan();
  }

  private static String marking(String yaml) {
    return yaml.replace("- ask: salary", "- review: always\n        ask: salary");
  }

  @Test
  void without_a_rule_and_a_mark_nothing_is_reviewed_and_the_plan_is_written_as_ever() {
    assertThat(plan(techHiring()).review()).isNull();
    var json = tools.jackson.databind.json.JsonMapper.builder().build();
    assertThat(json.writeValueAsString(plan(techHiring()))).doesNotContain("\"review\"");
  }

  @Test
  void the_rule_for_all_replies_is_read() {
    assertThat(plan(RULE + techHiring()).review())
        .isEqualTo(new Plan.Review(0.7, Duration.ofMinutes(30), Overdue.SEND, List.of()));
  }

  @Test
  void a_marked_question_waits_two_hours_and_then_a_person_is_called() {
    assertThat(plan(marking(techHiring())).review())
        .isEqualTo(new Plan.Review(null, Duration.ofHours(2), Overdue.HUMAN, List.of("salary")));
    assertThat(plan(RULE + marking(techHiring())).review().steps()).containsExactly("salary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          below_confidence: 0.7 | below_confidence: 70   | a confidence between 0 and 1, such as 0.7, found `70`
          below_confidence: 0.7 | below_confidence: high | a confidence between 0 and 1, such as 0.7, found `high`
          then: send            | then: sent             | nobody reviews (send, drop, human), such as send, found `sent`
          after: 30m            | after: 30              | a time in s, m, h or d, such as 2h, found `30`
          then: send            | than: send             | such as then, found `than`
          below_confidence: 0.7, after | after           | below_confidence, or a step with review: always
          """)
  void a_mistake_is_told_with_what_was_expected(String right, String wrong, String told) {
    String yaml = RULE.replace(right, wrong) + techHiring();
    var invalid =
        catchThrowableOfType(
            InvalidDefinition.class, () -> DefinitionReader.read("test.yaml", yaml));
    assertThat(invalid.getMessage()).contains("test.yaml:1").contains(told);
  }

  @Test
  void a_short_hour_leaves_a_recruiter_a_minute() {
    Plan.Review review = Pace.of(plan(RULE + techHiring()), 1, Duration.ofSeconds(5)).review();
    assertThat(review.after()).isEqualTo(Duration.ofMinutes(1));
  }
}
