package io.talaria.dev.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.storm.Storm;
import io.talaria.dev.up.Folders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A few storms in every build; the long campaigns are run by {@code temporal-dev/storm}. */
class StormTest {
  private static final int RUNS = 5;
  private static final Duration LENGTH = Duration.ofSeconds(40);

  @Test
  void everything_holds_through_five_storms() throws InterruptedException {
    // given an installation of its own
    Path home = Installation.newFolder("storm");

    // when five storms rage over it
    List<String> failed =
        Storm.overFresh(
            Installation.project(),
            new Folders(home),
            Installation.java(),
            Installation.temporal(),
            RUNS,
            LENGTH);

    // then everything held; the first line of a failure is all that some summaries show
    Installation.forgetApps(home);
    assertThat(failed).as("what did not hold: %s", failed).isEmpty();
  }
}
