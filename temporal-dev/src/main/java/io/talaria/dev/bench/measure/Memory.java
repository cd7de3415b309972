package io.talaria.dev.bench.measure;

import io.talaria.dev.bench.browser.Chromium;
import io.talaria.dev.bench.ground.Ground;
import io.talaria.dev.bench.machine.Usage;
import io.talaria.dev.bench.report.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What our processes hold resident, with ten consoles open. Best after the burst. */
final class Memory implements Measure {
  private static final int SESSIONS = 10;
  private static final double MOST_MEGABYTES = 1200;
  private static final List<String> OURS = List.of("gateway", "worker", "console");

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String what() {
    return "resident memory of gateway, worker and console, ten console sessions open";
  }

  @Override
  public boolean wantsItCompiled() {
    return false;
  }

  @Override
  public List<Reading> on(Ground ground, Scale scale) throws InterruptedException {
    Optional<Path> program = Chromium.installed();
    if (program.isEmpty()) {
      return List.of(
          Reading.missing(name(), what(), "no Chromium is installed; set TALARIA_CHROMIUM"));
    }
    try (Chromium browser = Chromium.start(program.get())) {
      List<ConsoleSession> sessions = new ArrayList<>();
      for (int i = 0; i < SESSIONS; i++) {
        sessions.add(ConsoleSession.open(browser, ground.consoleUrl()));
      }
      Thread.sleep(Duration.ofSeconds(10));
      Map<String, ProcessHandle> processes = ground.stack().processes();
      List<Reading> readings = new ArrayList<>();
      double sum = 0;
      for (String name : OURS) {
        double megabytes = Usage.residentMegabytes(Objects.requireNonNull(processes.get(name)));
        sum += megabytes;
        readings.add(Reading.of(name(), name, megabytes, "MB"));
      }
      readings.add(
          Reading.of(name(), "together, " + sessions.size() + " sessions open", sum, "MB")
              .atMost(MOST_MEGABYTES));
      return readings;
    }
  }
}
