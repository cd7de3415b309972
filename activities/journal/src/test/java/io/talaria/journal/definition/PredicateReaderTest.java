package io.talaria.journal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.talaria.definition.Predicate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredicateReaderTest {
  private static final Map<String, PredicateReader.Subject> QUESTIONS =
      Map.of(
          "role", new PredicateReader.Subject(false, List.of("backend", "frontend")),
          "experience", new PredicateReader.Subject(true, List.of()),
          "city", new PredicateReader.Subject(false, List.of()));

  @Test
  void conditions_are_read_as_they_are_written() {
    Predicate read =
        read(
            """
            any:
              - all: [{question: role, is: backend}, {question: experience, at_least: 5}]
              - not: {question: role, one_of: [backend, frontend]}
              - {question: experience, at_least: 1, at_most: 2.5}
              - {question: city, answered: false}
            """);

    assertThat(read)
        .isEqualTo(
            new Predicate.Any(
                List.of(
                    new Predicate.All(
                        List.of(
                            new Predicate.OneOf("role", List.of("backend")),
                            new Predicate.Between("experience", new BigDecimal("5"), null))),
                    new Predicate.Not(new Predicate.OneOf("role", List.of("backend", "frontend"))),
                    new Predicate.Between("experience", new BigDecimal("1"), new BigDecimal("2.5")),
                    new Predicate.Answered("city", false))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {question: rloe, is: backend}             | 1:12: expected the id of a question of this definition, such as role, found `rloe`
          {question: role, is: bakend}              | 1:22: expected a choice of role (backend, frontend), such as backend, found `bakend`
          {question: role, one_of: [backend, web]}  | 1:36: expected a choice of role (backend, frontend)
          {question: role, at_least: 5}             | 1:28: expected bounds for a question or a field with answer: number only, such as {question: role, is: …}, found `5`
          {question: experience, at_least: five}    | expected a number, such as 5, found `five`
          {question: experience, at_least: 1e99999} | expected a number, such as 5, found `1e99999`
          {question: experience, at_least: 5, at_most: 4} | 1:46: expected a number not below at_least, such as 5, found 4
          {question: role}                          | expected one test of the answer (is, one_of, at_least, at_most, answered)
          {question: role, is: backend, one_of: [backend]} | expected one test of the answer
          {question: role, si: backend}             | such as is, found `si`
          {question: city, answered: maybe}         | whether it was answered (true, false), such as
          {all: [{question: city, is: Rio}], any: [{question: city, is: Rio}]} | a condition with one of question, all, any and not
          {all: []}                                 | expected 1 to 20 conditions
          {not: {question: city, is: Rio}, is: Rio} | expected nothing beside not
          backend                                   | expected a condition
          """)
  void a_mistake_is_told_with_its_place(String yaml, String told) {
    InvalidDefinition invalid = catchThrowableOfType(InvalidDefinition.class, () -> read(yaml));

    assertThat(invalid).as("refused").isNotNull();
    assertThat(invalid.mistakes()).anySatisfy(m -> assertThat(m.toString()).contains(told));
  }

  @Test
  void conditions_within_each_other_have_a_bound() {
    String deep = "{not: ".repeat(12) + "{question: city, is: Rio}" + "}".repeat(12);

    InvalidDefinition invalid = catchThrowableOfType(InvalidDefinition.class, () -> read(deep));

    assertThat(invalid.mistakes())
        .anySatisfy(m -> assertThat(m.expected()).contains("at most 10 deep"));
  }

  private static Predicate read(String yaml) {
    var page = new Page("test.yaml");
    var reader = new PredicateReader();
    Predicate predicate = reader.read(page.compose(yaml, "a condition", "question: role"));
    reader.check(QUESTIONS);
    page.check();
    return predicate;
  }
}
