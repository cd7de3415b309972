package io.talaria.dev.bench.measure;

import io.talaria.dev.bench.browser.Chromium;
import io.talaria.dev.bench.crowd.Arrivals;
import io.talaria.dev.bench.crowd.Candidate;
import io.talaria.dev.bench.crowd.Exchange;
import io.talaria.dev.bench.crowd.Latencies;
import io.talaria.dev.bench.crowd.OpenLoop;
import io.talaria.dev.bench.ground.Ground;
import io.talaria.dev.bench.machine.Usage;
import io.talaria.dev.bench.report.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From a candidate's message to its bubble in an open conversation, in a real browser: the time of
 * the page's own change, after the server's push. Others write meanwhile, so that the queue beside
 * it moves as well. The word is looked for each time the page changes, which costs the page more
 * than a person's eyes would.
 */
final class ConsoleVisibility implements Measure {
  private static final double OTHERS_PER_SECOND = 5;
  private static final double MARKS_PER_SECOND = 1;

  @Override
  public String name() {
    return "console";
  }

  @Override
  public String what() {
    return "inbound → visible in an open console, in Chromium";
  }

  @Override
  public List<Reading> on(Ground ground, Scale scale) throws InterruptedException {
    Optional<Path> program = Chromium.installed();
    if (program.isEmpty()) {
      return List.of(
          Reading.missing(name(), what(), "no Chromium is installed; set TALARIA_CHROMIUM"));
    }
    Candidate watched = ground.crowd().reserve(ground.crowd().welcome(1, 1).getFirst());
    String id =
        ground.journal().candidateOf(watched.lastWamid().orElseThrow()).orElseThrow().toString();
    ground.crowd().welcome(Math.max(0, 100 - ground.crowd().ready()), 50);
    try (Chromium browser = Chromium.start(program.get());
        OpenLoop others = new OpenLoop(ground.crowd(), false)) {
      ConsoleSession console = ConsoleSession.open(browser, ground.consoleUrl());
      console.watch(id);
      Thread.sleep(scale.warmUp());
      Usage.Watch watch = ground.watch();
      Thread background =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      others.run(new Arrivals(OTHERS_PER_SECOND, scale.window(), scale.seed() + 7));
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  });
      List<Exchange> marks = marks(ground, watched, scale);
      background.join();
      // The last ones have their time too.
      Thread.sleep(Duration.ofSeconds(5));
      return readings(console, marks, watch.end());
    }
  }

  private static List<Exchange> marks(Ground ground, Candidate watched, Scale scale)
      throws InterruptedException {
    List<Exchange> marks = new ArrayList<>();
    Arrivals arrivals = new Arrivals(MARKS_PER_SECOND, scale.window(), scale.seed());
    Instant start = Instant.now();
    while (arrivals.hasNext()) {
      Instant due = start.plus(arrivals.next());
      Duration wait = Duration.between(Instant.now(), due);
      if (wait.isPositive()) {
        Thread.sleep(wait);
      }
      marks.add(ground.crowd().says(watched, "mark-" + (1000 + marks.size()), due));
    }
    return marks;
  }

  private List<Reading> readings(ConsoleSession console, List<Exchange> marks, Usage usage) {
    Latencies visible = new Latencies();
    int unseen = 0;
    for (int i = 0; i < marks.size(); i++) {
      double seen = console.seen(1000 + i);
      if (seen == 0) {
        unseen++;
      } else {
        Duration since1970 = Duration.ofNanos(Math.round(seen * 1e6));
        visible.add(since1970.minus(Duration.between(Instant.EPOCH, marks.get(i).due())));
      }
    }
    return List.of(
        Reading.of(name(), "p50", visible.millis(50), "ms").with("cpu", usage),
        Reading.of(name(), "p95", visible.millis(95), "ms").atMost(500),
        Reading.of(name(), "longest", visible.maxMillis(), "ms"),
        Reading.of(name(), "never seen, of " + marks.size(), unseen, "")
            .atMost(0)
            .with("page in the end", unseen == 0 ? "" : console.words()));
  }
}
