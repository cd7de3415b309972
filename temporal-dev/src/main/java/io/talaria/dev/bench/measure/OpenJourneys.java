package io.talaria.dev.bench.measure;

import io.talaria.dev.bench.crowd.Arrivals;
import io.talaria.dev.bench.crowd.OpenLoop;
import io.talaria.dev.bench.ground.Ground;
import io.talaria.dev.bench.machine.Usage;
import io.talaria.dev.bench.report.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Whether a message costs more when many other journeys are open: none of our statements may walk
 * them. The others are rows of the journal, with their words, sends and events; the engine doesn't
 * know them, since a workflow that waits costs it nothing but its rows.
 */
final class OpenJourneys implements Measure {
  private static final List<Integer> COUNTS = List.of(100, 10_000, 100_000);
  private static final double RATE = 30;
  private static final double MOST_SPREAD = 20;

  @Override
  public String name() {
    return "journeys";
  }

  @Override
  public String what() {
    return "cost per message with 100, 10,000 and 100,000 open journeys";
  }

  @Override
  public List<Reading> on(Ground ground, Scale scale) throws InterruptedException {
    OpenRows rows = new OpenRows(ground.journal(), ground.phoneNumberId());
    ground.crowd().welcome(Math.max(0, 400 - ground.crowd().ready()), 50);
    load(ground, scale.warmUp(), scale.seed());
    List<Reading> readings = new ArrayList<>();
    List<Double> costs = new ArrayList<>();
    for (int count : COUNTS) {
      rows.growTo(count);
      // What filling left to PostgreSQL's background is done before the next figure.
      Thread.sleep(Duration.ofSeconds(scale.quick() ? 1 : 10));
      Usage.Watch watch = ground.watch();
      try (OpenLoop load = new OpenLoop(ground.crowd(), false)) {
        load.run(new Arrivals(RATE, scale.window(), scale.seed() + count));
        Usage usage = watch.end();
        load.drain(Duration.ofSeconds(60));
        double cost = usage.ofInstallation() * usage.seconds() * 1000 / load.exchanges().size();
        costs.add(cost);
        readings.add(
            Reading.of(name(), String.format(Locale.ROOT, "%,d open", count), cost, "ms CPU")
                .with("cpu", usage)
                .with("reply p50 ms", load.replied().millis(50))
                .with("reply p99 ms", load.replied().millis(99)));
      }
    }
    double spread = (Collections.max(costs) / Collections.min(costs) - 1) * 100;
    readings.add(
        Reading.of(name(), "dearest beside cheapest", spread, "% more").atMost(MOST_SPREAD));
    return readings;
  }

  private static void load(Ground ground, Duration length, long seed) throws InterruptedException {
    try (OpenLoop load = new OpenLoop(ground.crowd(), false)) {
      load.run(new Arrivals(RATE, length, seed));
      load.drain(Duration.ofSeconds(60));
    }
  }
}
