package io.talaria.gateway.replan;

import io.talaria.gateway.door.TemporalRuns;
import io.talaria.gateway.door.TemporalSettings;
import io.talaria.journal.JournalConfiguration;
import io.talaria.journal.replan.MoveJourneys;
import io.talaria.journal.replan.MoveJourneys.Became;
import io.talaria.journal.replan.MoveJourneys.Line;
import io.talaria.journal.replan.MoveOrder;
import io.talaria.journal.replan.Mover;
import io.talaria.journal.replan.Mover.Prospect;
import io.talaria.journal.replan.PlanTarget;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The gateway's jar as a command: {@code java -jar … move-journeys tech-hiring}. */
public final class MoveJourneysCommand {
  /** The first argument that means this command. */
  public static final String NAME = "move-journeys";

  /** A journey that nothing keeps moves within a workflow task; more wait for their candidate. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String ROW = "%-36s  %-6s  %-40s  %s%n";

  private MoveJourneysCommand() {}

  /** No configuration that the gateway itself would find. */
  @EnableAutoConfiguration
  @Import({JournalConfiguration.class, TemporalSettings.class, TemporalRuns.class, Moving.class})
  static class Parts {}

  /**
   * Returns the exit code: 0 when each moved, will move, ended, or was only looked at, 1 when some
   * stay, 2 for arguments that can't be understood.
   */
  public static int run(List<String> arguments) {
    MoveOrder order;
    try {
      order = MoveArguments.parse(arguments, System.getProperty("user.name", "command line"));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
    try (var context =
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .properties("logging.level.root=warn", "spring.main.banner-mode=off")
            .run()) {
      return run(context.getBean(MoveJourneys.class), order, PATIENCE, System.out);
    }
  }

  static int run(MoveJourneys moves, MoveOrder order, Duration patience, PrintStream out) {
    List<PlanTarget> targets;
    try {
      targets = moves.targets(order);
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      return 2;
    }
    var sums = new TreeMap<String, Integer>();
    var ends = new EnumMap<Became, Integer>(Became.class);
    out.printf(ROW, "journey", "plan", "stands at", "");
    for (PlanTarget target : targets) {
      var told = new ArrayList<Line>();
      moves.run(target, order, told::add);
      for (Line line : moves.settled(told, target, order, patience)) {
        String words = words(line, target);
        tell(line, words, out);
        sums.merge(words, 1, Integer::sum);
        ends.merge(line.became(), 1, Integer::sum);
      }
    }
    out.println(sums.isEmpty() ? "No open journey is on an older plan." : "");
    sums.forEach((words, count) -> out.printf("%6d  %s%n", count, words));
    if (!order.apply() && !sums.isEmpty()) {
      out.println("Nothing was changed. Add --yes to move them.");
    }
    boolean stay =
        ends.containsKey(Became.STAYS)
            || ends.containsKey(Became.NO_RUN)
            || ends.containsKey(Became.BEGINS)
            || ends.containsKey(Became.TEMPORAL_AWAY);
    return order.apply() && stay ? 1 : 0;
  }

  private static void tell(Line line, String words, PrintStream out) {
    Mover journey = line.journey();
    String at = journey.step() == null ? journey.stage() : journey.stage() + " › " + journey.step();
    out.printf(ROW, journey.journeyId(), "v" + journey.plan(), at, words);
  }

  private static String words(Line line, PlanTarget target) {
    return Objects.requireNonNull(
        switch (line.became()) {
          case WOULD_MOVE -> "moves" + how(line);
          case MOVED -> "moved" + how(line);
          case MOVES_LATER -> "told; moves when nothing is under way" + how(line);
          case STAYS -> "cannot move: " + why(line, target);
          case ENDED -> "has ended";
          case BEGINS -> "is just beginning; try again";
          case NO_RUN -> "has no run: temporal-dev/repair --lost, then again";
          case TEMPORAL_AWAY -> "Temporal is away; try again";
        });
  }

  private static String how(Line line) {
    Mover journey = line.journey();
    String stage =
        journey.toStage().equals(journey.stage()) ? "" : " to stage " + journey.toStage();
    return journey.prospect() == Prospect.ASKS_ANEW
        ? stage + "; its open question is gone, " + journey.toStep() + " is asked"
        : stage;
  }

  private static String why(Line line, PlanTarget target) {
    String stage = line.journey().stage();
    String hint = "; choose one with --stage " + stage + "=";
    return switch (line.journey().prospect()) {
      case STAGE_GONE -> "plan %d has no stage %s%s".formatted(target.number(), stage, hint);
      case BACKWARDS ->
          "a stage that it has left comes at or after %s now%s".formatted(stage, hint);
      case NOTHING_TO_ASK ->
          "its open question is gone, and %s asks nothing else%s".formatted(stage, hint);
      default -> "it has this plan already";
    };
  }
}
