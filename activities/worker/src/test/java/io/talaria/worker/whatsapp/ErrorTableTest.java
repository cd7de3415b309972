package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.send.CallOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTableTest {
  @ParameterizedTest
  @CsvSource({
    "400, 4, THROTTLE, true",
    "400, 80007, THROTTLE, true",
    "429, 130429, THROTTLE, true",
    "429, , THROTTLE, true",
    "400, 131056, PAIR_RATE, true",
    "400, 131016, TRANSIENT, true",
    "503, 131016, TRANSIENT, true",
    "500, 131057, TRANSIENT, true",
    "400, 131053, MEDIA, false",
    "400, 131047, WINDOW, false",
    "400, 131048, SPAM_LIMIT, false",
    "400, 131049, MARKETING_LIMIT, false",
    "400, 131050, MARKETING_STOP, false",
    "400, 131026, RECIPIENT, false",
    "400, 131062, RECIPIENT, false",
    "400, 132001, TEMPLATE, false",
    "400, 132015, TEMPLATE_PAUSED, false",
    "400, 100, REQUEST, false",
    "400, 999999, REQUEST, false",
    "404, , REQUEST, false",
    "400, 130497, POLICY, false",
    "401, 190, ACCOUNT, true",
    "403, 230, ACCOUNT, true",
    "403, , ACCOUNT, true",
    "400, 131042, ACCOUNT, true"
  })
  void a_definite_refusal_is_sorted_by_its_number(
      int status, Integer code, String treatment, boolean later) {
    String body = code == null ? "<html>" : "{\"error\":{\"code\":%d}}".formatted(code);

    assertThat(Sorting.of(new GraphAnswer.Http(status, body)))
        .isEqualTo(new CallOutcome.Refused(code, treatment, null, later));
  }

  @ParameterizedTest
  @CsvSource({"500, 131000", "500, 2", "502, 133004", "503, ", "504, ", "408, 131000"})
  void an_answer_that_may_hide_an_acceptance_is_unknown(int status, Integer code) {
    String body = code == null ? "<html>" : "{\"error\":{\"code\":%d}}".formatted(code);

    assertThat(Sorting.of(new GraphAnswer.Http(status, body)))
        .isInstanceOf(CallOutcome.Unknown.class);
  }

  @Test
  void a_request_that_never_left_may_be_sent_again() {
    assertThat(Sorting.of(new GraphAnswer.NotLeft("ConnectException")))
        .isInstanceOfSatisfying(
            CallOutcome.Refused.class, refused -> assertThat(refused.later()).isTrue());
  }

  @Test
  void one_recipient_is_waited_for_by_powers_of_four_and_the_rest_by_powers_of_two() {
    assertThat(NotNow.delay("PAIR_RATE", 1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(NotNow.delay("PAIR_RATE", 3)).isEqualTo(Duration.ofSeconds(16));
    assertThat(NotNow.delay("PAIR_RATE", 50)).isEqualTo(Duration.ofSeconds(256));
    assertThat(NotNow.delay("THROTTLE", 4)).isEqualTo(Duration.ofSeconds(8));
    assertThat(NotNow.delay(null, 50)).isEqualTo(Duration.ofSeconds(64));
  }
}
