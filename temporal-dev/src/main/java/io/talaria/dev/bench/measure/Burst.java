package io.talaria.dev.bench.measure;

import io.talaria.dev.bench.crowd.Arrivals;
import io.talaria.dev.bench.crowd.OpenLoop;
import io.talaria.dev.bench.ground.Ground;
import io.talaria.dev.bench.ground.JournalStatistics.Received;
import io.talaria.dev.bench.machine.Usage;
import io.talaria.dev.bench.report.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * More than can be answered at once: everything is acknowledged, nothing is lost, and it drains.
 * When nobody is left who was asked something, newcomers say hello.
 */
final class Burst implements Measure {
  private static final double RATE = 120;
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  @Override
  public String name() {
    return "burst";
  }

  @Override
  public String what() {
    return "120/s for a minute: acknowledged, drained, nothing lost";
  }

  @Override
  public List<Reading> on(Ground ground, Scale scale) throws InterruptedException {
    ground.crowd().welcome(Math.max(0, scale.of(1000) - ground.crowd().ready()), 50);
    Received before = ground.journal().received();
    try (OpenLoop load = new OpenLoop(ground.crowd(), false)) {
      Usage.Watch watch = ground.watch();
      load.run(new Arrivals(RATE, scale.window(), scale.seed()));
      Usage usage = watch.end();
      Instant over = Instant.now();
      long unanswered = load.drain(PATIENCE);
      double drained = Duration.between(over, Instant.now()).toMillis() / 1000.0;
      // The journey's own write follows the reply by some milliseconds.
      Thread.sleep(Duration.ofSeconds(2));
      Received after = ground.journal().received();
      long written = load.exchanges().size();
      long stored = after.messages() - before.messages();
      return List.of(
          Reading.of(name(), "written", written, "")
              .with("cpu", usage)
              .with("webhook p99 ms", load.acknowledged().millis(99))
              .with("reply p50 ms", load.replied().millis(50))
              .with("reply p99 ms", load.replied().millis(99)),
          Reading.of(name(), "not acknowledged", load.refused(), "").atMost(0),
          Reading.of(name(), "drained after", drained, "s").atMost(120),
          Reading.of(
                  name(), "acknowledged, not in the journal", written - load.refused() - stored, "")
              .atMost(0),
          Reading.of(name(), "in the journal, not taken in", after.notTakenIn(), "").atMost(0),
          Reading.of(name(), "messages without a reply", unanswered, "").atMost(0),
          Reading.of(name(), "sends unsettled", ground.journal().unsettled(), "").atMost(0));
    }
  }
}
