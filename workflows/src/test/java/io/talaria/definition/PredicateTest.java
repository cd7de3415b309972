package io.talaria.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talaria.definition.Predicate.All;
import io.talaria.definition.Predicate.Answered;
import io.talaria.definition.Predicate.Any;
import io.talaria.definition.Predicate.Between;
import io.talaria.definition.Predicate.Not;
import io.talaria.definition.Predicate.OneOf;
import io.talaria.definition.Predicate.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredicateTest {
  private static final Predicate BACKEND = new OneOf("role", List.of("backend", "data"));
  private static final Predicate SENIOR = new Between("experience", new BigDecimal("5"), null);

  @Test
  void a_choice_is_met_by_one_of_its_answers_and_open_without_one() {
    assertThat(BACKEND.of(Map.of("role", "data"))).isEqualTo(Verdict.MET);
    assertThat(BACKEND.of(Map.of("role", "frontend"))).isEqualTo(Verdict.UNMET);
    assertThat(BACKEND.of(Map.of())).isEqualTo(Verdict.OPEN);
  }

  @ParameterizedTest
  @CsvSource({"5, MET", "4, UNMET", "4.99, UNMET", "60, MET", "many, UNMET", "1e999999999, MET"})
  void bounds_include_themselves_and_words_are_no_number(String answer, Verdict verdict) {
    assertThat(SENIOR.of(Map.of("experience", answer))).isEqualTo(verdict);
  }

  @Test
  void nobody_is_ruled_out_by_a_question_that_was_not_asked() {
    Predicate inexperienced = new Not(SENIOR);

    assertThat(inexperienced.met(Map.of())).isFalse();
    assertThat(inexperienced.met(Map.of("experience", "2"))).isTrue();
    assertThat(new All(List.of(BACKEND, inexperienced)).of(Map.of("role", "data")))
        .isEqualTo(Verdict.OPEN);
    assertThat(new All(List.of(BACKEND, inexperienced)).of(Map.of("role", "frontend")))
        .isEqualTo(Verdict.UNMET);
    assertThat(new Any(List.of(BACKEND, inexperienced)).of(Map.of("role", "data")))
        .isEqualTo(Verdict.MET);
    assertThat(new Any(List.of(BACKEND, inexperienced)).of(Map.of("role", "frontend")))
        .isEqualTo(Verdict.OPEN);
  }

  @Test
  void whether_a_question_was_answered_is_never_open() {
    assertThat(new Answered("salary", false).of(Map.of())).isEqualTo(Verdict.MET);
    assertThat(new Answered("salary", true).of(Map.of("salary", "?"))).isEqualTo(Verdict.MET);
    assertThat(new Answered("salary", true).of(Map.of())).isEqualTo(Verdict.UNMET);
  }

  @Test
  void it_crosses_continue_as_new_with_its_plan() throws JsonProcessingException {
    Predicate predicate =
        new Any(List.of(new All(List.of(BACKEND, SENIOR)), new Not(new Answered("salary", true))));
    var json = new ObjectMapper();

    String written = json.writerFor(Predicate.class).writeValueAsString(predicate);

    assertThat(json.readValue(written, Predicate.class)).isEqualTo(predicate);
  }
}
