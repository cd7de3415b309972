package io.talaria.gateway.repair;

import io.talaria.gateway.door.TemporalRuns;
import io.talaria.gateway.door.TemporalSettings;
import io.talaria.gateway.repair.Repair.Line;
import io.talaria.gateway.repair.Repair.Outcome;
import io.talaria.journal.JournalConfiguration;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * The gateway's jar as a command: {@code java -jar … repair --lost}. It has the gateway's settings,
 * and neither a port nor sweepers.
 */
public final class RepairCommand {
  /** The first argument that means this command. */
  public static final String NAME = "repair";

  private static final String ROW = "%-36s  %-18s  %-5s  %-8s  %-20s  %6s %7s %7s  %s%n";

  private RepairCommand() {}

  /** No configuration that the gateway itself would find. */
  @EnableAutoConfiguration
  @Import({
    JournalConfiguration.class,
    TemporalSettings.class,
    TemporalRuns.class,
    Repair.class,
    Release.class
  })
  static class Parts {}

  /**
   * Returns the exit code: 0 when all is well or was mended, 1 when Temporal was away for some, 2
   * for arguments that can't be understood.
   */
  public static int run(List<String> arguments) {
    boolean apply = arguments.contains("--apply");
    if (arguments.contains("--standstill") || arguments.contains("--release")) {
      try (var context = context()) {
        Release release = context.getBean(Release.class);
        return arguments.contains("--release")
            ? ReleaseReport.run(release, apply, System.out)
            : ReleaseReport.standstill(release, apply, System.out);
      }
    }
    Selection selection;
    try {
      selection = Selection.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
    try (var context = context()) {
      return run(context.getBean(Repair.class), selection, System.out);
    }
  }

  private static ConfigurableApplicationContext context() {
    return new SpringApplicationBuilder(Parts.class)
        .web(WebApplicationType.NONE)
        .properties("logging.level.root=warn", "spring.main.banner-mode=off")
        .run();
  }

  static int run(Repair repair, Selection selection, PrintStream out) {
    var sums = new EnumMap<Outcome, Integer>(Outcome.class);
    out.printf(
        ROW, "journey", "stage", "mode", "run", "last written", "queued", "sending", "untaken", "");
    repair.run(
        selection,
        line -> {
          tell(line, out);
          sums.merge(line.outcome(), 1, Integer::sum);
        });
    out.println(sums.isEmpty() ? "No open journey of that kind." : sum(sums));
    if (!selection.apply() && !sums.isEmpty()) {
      out.println("Nothing was changed. Add --apply to have them go on.");
    }
    return sums.containsKey(Outcome.TEMPORAL_AWAY) ? 1 : 0;
  }

  private static void tell(Line line, PrintStream out) {
    var journey = line.journey();
    out.printf(
        ROW,
        journey.journeyId(),
        journey.stage(),
        journey.mode(),
        line.standing(),
        journey.movedAt().toString().substring(0, 19) + "Z",
        journey.queued(),
        journey.sending(),
        journey.untaken(),
        words(line.outcome()));
  }

  private static String sum(Map<Outcome, Integer> sums) {
    var text = new StringBuilder();
    sums.forEach(
        (outcome, count) ->
            text.append(text.isEmpty() ? "" : ", ")
                .append(count)
                .append(' ')
                .append(words(outcome)));
    return text.toString();
  }

  private static String words(Outcome outcome) {
    return Objects.requireNonNull(
        switch (outcome) {
          case WOULD_GO_ON -> "would go on";
          case WENT_ON -> "went on";
          case RUNS_ALREADY -> "runs already";
          case TEMPORAL_AWAY -> "Temporal is away";
        });
  }
}
