package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.RunView;
import io.talaria.dev.storm.check.Evidence.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The run of each open journey knows as much as the journal shows, and no more. One that goes on
 * while it is asked is between the rows of before and after.
 */
final class RunAgrees implements Check {
  private static final Comparator<Standing> AGE =
      Comparator.comparingLong(Standing::generation).thenComparingLong(Standing::revision);

  @Override
  public String name() {
    return "each open journey's run is where its journal is";
  }

  @Override
  public List<Violation> violations(Evidence evidence) {
    List<Violation> found = new ArrayList<>();
    List<RunView> runs = evidence.runs();
    if (runs == null) {
      return found;
    }
    for (RunView run : runs) {
      Standing before = run.before();
      Standing after = run.after();
      if (before == null
          || after == null
          || !before.journey().equals(after.journey())
          || !run.running()) {
        continue;
      }
      String fault = fault(before, run.run(), after);
      if (fault != null) {
        found.add(new Violation(name(), run.number(), fault, List.of(before.journey().toString())));
      }
    }
    return found;
  }

  private static @Nullable String fault(Standing before, @Nullable Standing run, Standing after) {
    if (run == null) {
      return "the run doesn't tell where it is";
    }
    boolean moving = AGE.compare(before, run) < 0 && AGE.compare(run, after) < 0;
    return run.equals(before) || run.equals(after) || moving ? null : differences(run, after);
  }

  private static String differences(Standing run, Standing row) {
    List<String> differences = new ArrayList<>();
    differ(differences, "journey", run, row, Standing::journey);
    differ(differences, "generation", run, row, Standing::generation);
    differ(differences, "revision", run, row, Standing::revision);
    differ(differences, "mode", run, row, Standing::mode);
    differ(differences, "holder", run, row, Standing::holder);
    differ(differences, "stage", run, row, Standing::stage);
    differ(differences, "step", run, row, Standing::step);
    return String.join(", ", differences);
  }

  private static void differ(
      List<String> differences,
      String what,
      Standing run,
      Standing row,
      Function<Standing, @Nullable Object> part) {
    if (!Objects.equals(part.apply(run), part.apply(row))) {
      differences.add(
          "%s is %s in the run, %s in the row".formatted(what, part.apply(run), part.apply(row)));
    }
  }
}
