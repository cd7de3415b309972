package io.talaria.dev.bench.measure;

import io.talaria.dev.bench.crowd.Arrivals;
import io.talaria.dev.bench.crowd.OpenLoop;
import io.talaria.dev.bench.ground.Ground;
import io.talaria.dev.bench.machine.Usage;
import io.talaria.dev.bench.report.Reading;
import java.time.Duration;
import java.util.List;

/** How long a candidate waits for the reply, without typing pause, when the system isn't full. */
final class ReplyLatency implements Measure {
  private static final double RATE = 30;

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public String what() {
    return "inbound → reply accepted at 30/s, without typing pause";
  }

  @Override
  public List<Reading> on(Ground ground, Scale scale) throws InterruptedException {
    ground.crowd().welcome(Math.max(0, 400 - ground.crowd().ready()), 50);
    try (OpenLoop warmUp = new OpenLoop(ground.crowd(), false)) {
      warmUp.run(new Arrivals(RATE, scale.warmUp(), scale.seed()));
      warmUp.drain(Duration.ofSeconds(60));
    }
    try (OpenLoop load = new OpenLoop(ground.crowd(), false)) {
      Usage.Watch watch = ground.watch();
      load.run(new Arrivals(RATE, scale.window(), scale.seed() + 1));
      Usage usage = watch.end();
      long unanswered = load.drain(Duration.ofSeconds(60));
      return List.of(
          Reading.of(name(), "p50", load.replied().millis(50), "ms")
              .atMost(60)
              .with("cpu", usage)
              .with("rate", Medians.rounded(load.exchanges().size() / usage.seconds())),
          Reading.of(name(), "p99", load.replied().millis(99), "ms").atMost(250),
          Reading.of(name(), "longest", load.replied().maxMillis(), "ms"),
          Reading.of(name(), "messages without a reply", unanswered, "").atMost(0));
    }
  }
}
