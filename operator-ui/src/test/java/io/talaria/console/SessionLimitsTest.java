package io.talaria.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionLimitsTest extends ConsoleTest {
  @Test
  void a_console_that_freezes_in_a_transaction_gives_up_its_locks() {
    assertThat(jdbc.sql("show idle_in_transaction_session_timeout").query(String.class).single())
        .isEqualTo("5s");
  }
}
