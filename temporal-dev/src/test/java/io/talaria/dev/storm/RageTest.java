package io.talaria.dev.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.storm.check.Violation;
import org.junit.jupiter.api.Test;

class RageTest {
  @Test
  void a_run_whose_faults_were_skipped_fails_and_says_so() {
    assertThat(Rage.tooLittle(7, 0)).hasSize(1);
    assertThat(Rage.tooLittle(7, 2))
        .extracting(Violation::what)
        .containsExactly("2 of 7 faults were injected; this run says nothing about the product");
  }

  @Test
  void a_few_may_find_nobody() {
    assertThat(Rage.tooLittle(7, 3)).isEmpty();
  }
}
