package io.talaria.worker.interleaving.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.LoggerFactory;

/**
 * The same promises as {@link io.talaria.worker.interleaving.InterleavingTest}, of the real
 * workflow on Temporal's time-skipping engine: seeded lives at the same time in one environment,
 * with the journal's rows on paper behind the ports.
 *
 * <p>Lived when asked for, and by no build: {@code -Dtalaria.test.interleavings=10000} lives so
 * many, 200 in some 45 seconds on two cores, from {@code -Dtalaria.test.first-interleaving} on, by
 * default 0. Not here, since they stop that engine's clock: runs that go on in a new one, that are
 * terminated or evicted from a worker's memory, and bots that are asked by a remote activity.
 *
 * <p>A seed decides what people do, when, and in the middle of which call of the journey's; how
 * long a call takes, what becomes of it, and after which the worker dies. It doesn't decide in
 * which order threads meet that run at the same time, in milliseconds: a failing seed need not fail
 * again.
 */
@EnabledIfSystemProperty(named = JourneysInterleavingTest.ASKED_FOR, matches = "\\d+")
@Timeout(value = 1, unit = TimeUnit.DAYS) // It has one of its own.
class JourneysInterleavingTest {
  static final String ASKED_FOR = "talaria.test.interleavings";

  private static final int LIVES = Integer.getInteger(ASKED_FOR, 200);
  private static final long FIRST = Long.getLong("talaria.test.first-interleaving", 0);

  /** At the same time; so that no waiting of one life costs time. */
  private static final int AT_ONCE = 50;

  /** A clock that stands still is noticed. */
  private static final Duration LONGEST = Duration.ofMinutes(5).plusSeconds(LIVES);

  private static final Logger ENGINE = (Logger) LoggerFactory.getLogger("io.temporal");
  private static Level before;

  /** It tells each task that is lost, of which there are thousands. */
  @BeforeAll
  static void quiet() {
    before = ENGINE.getLevel();
    ENGINE.setLevel(Level.OFF);
  }

  @AfterAll
  static void loud() {
    ENGINE.setLevel(before);
  }

  @Test
  void lives_of_the_real_workflow_have_no_late_bot_message_and_no_answer_twice() {
    assertTimeoutPreemptively(LONGEST, this::live);
  }

  private void live() throws Exception {
    var totals = new Totals();
    try (var world = new LivingWorld()) {
      for (long first = FIRST; first < FIRST + LIVES; first += AT_ONCE) {
        var lives = new ArrayList<Life>();
        for (long seed = first; seed < Math.min(first + AT_ONCE, FIRST + LIVES); seed++) {
          lives.add(new Life(seed, world));
        }
        new Lives(world, lives).live();
        lives.forEach(life -> totals.add(life, world));
      }
      totals.nondeterministic = world.failedTasks("NonDeterminismError");
      totals.failed = world.failedTasks("WorkflowError");
    }
    assertThat(totals.faults).isEmpty();
    assertThat(totals.nondeterministic).isZero();
    assertThat(totals.failed).isLessThanOrEqualTo(totals.deaths);
    if (LIVES >= 30) {
      totals.areWorthIt();
    }
  }

  private static final class Totals {
    final List<String> faults = new ArrayList<>();
    double nondeterministic;
    double failed;
    int deaths;
    private int takeovers;
    private int botMessages;
    private int repeated;

    void add(Life life, LivingWorld world) {
      new Verdict(life).ofLife(world.client());
      life.people.end();
      synchronized (life) {
        life.evidence.ledger.faults.forEach(
            fault -> faults.add("seed " + life.seed + ": " + fault));
        takeovers += life.evidence.ledger.takeovers;
        botMessages += life.evidence.ledger.botMessages;
        deaths += life.evidence.deaths;
        repeated += life.evidence.repeated;
      }
    }

    /** A run that tests nothing is noticed. */
    void areWorthIt() {
      assertThat(takeovers).isGreaterThan(LIVES / 2);
      assertThat(botMessages).isGreaterThan(LIVES);
      assertThat(deaths).isGreaterThan(LIVES / 2);
      assertThat(repeated).isGreaterThan(LIVES / 10);
    }
  }
}
