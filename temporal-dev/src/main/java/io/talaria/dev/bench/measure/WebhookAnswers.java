package io.talaria.dev.bench.measure;

import io.talaria.dev.bench.crowd.Arrivals;
import io.talaria.dev.bench.crowd.OpenLoop;
import io.talaria.dev.bench.ground.Ground;
import io.talaria.dev.bench.machine.Usage;
import io.talaria.dev.bench.report.Reading;
import java.time.Duration;
import java.util.List;

/** How fast Meta gets its 200 when messages and statuses come as in life: three for each reply. */
final class WebhookAnswers implements Measure {
  private static final double MESSAGES_PER_SECOND = 40;

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public String what() {
    return "webhook → 200 at 160/s, three statuses to a message";
  }

  @Override
  public List<Reading> on(Ground ground, Scale scale) throws InterruptedException {
    ground.crowd().welcome(Math.max(0, 400 - ground.crowd().ready()), 50);
    try (OpenLoop warmUp = new OpenLoop(ground.crowd(), true)) {
      warmUp.run(new Arrivals(MESSAGES_PER_SECOND, scale.warmUp(), scale.seed()));
      Thread.sleep(Duration.ofSeconds(2));
    }
    try (OpenLoop load = new OpenLoop(ground.crowd(), true)) {
      Usage.Watch watch = ground.watch();
      load.run(new Arrivals(MESSAGES_PER_SECOND, scale.window(), scale.seed() + 1));
      Usage usage = watch.end();
      load.drain(Duration.ofSeconds(60));
      double rate = (load.exchanges().size() + load.statuses()) / usage.seconds();
      return List.of(
          Reading.of(name(), "rate", rate, "/s").with("cpu", usage),
          Reading.of(name(), "p50", load.acknowledged().millis(50), "ms").atMost(20),
          Reading.of(name(), "p99", load.acknowledged().millis(99), "ms").atMost(250),
          Reading.of(name(), "longest", load.acknowledged().maxMillis(), "ms"),
          Reading.of(name(), "not answered 200", load.refused(), "").atMost(0));
    }
  }
}
