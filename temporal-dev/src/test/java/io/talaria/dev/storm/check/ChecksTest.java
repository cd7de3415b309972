package io.talaria.dev.storm.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What holds is no violation. */
class ChecksTest {

  private final Seen seen = new Seen();

  @Test
  void a_run_in_which_everything_holds_has_no_violation() {
    assertThat(Check.all(seen.evidence())).isEmpty();
    assertThat(Check.all(new Seen().withoutPerson().evidence())).isEmpty();
  }
}
