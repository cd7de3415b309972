package io.talaria.dev;

import io.talaria.dev.bench.Bench;
import io.talaria.dev.rehearsal.Rehearse;
import io.talaria.dev.storm.Storm;
import io.talaria.dev.up.Up;
import java.util.Arrays;
import java.util.List;

/**
 * The programs of this jar: {@code up}, {@code rehearse}, {@code schema}, {@code bench}, {@code
 * storm}, {@code simulators}.
 */
public final class TalariaDev {
  private TalariaDev() {}

  public static void main(String[] args) {
    String program = args.length == 0 ? "" : args[0];
    String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
    switch (program) {
      case "up" -> System.exit(Up.run(rest));
      case "rehearse" -> System.exit(Rehearse.run(rest));
      case "schema" -> System.exit(PrintSchema.run(List.of(rest), System.out, System.err));
      case "bench" -> System.exit(Bench.run(rest));
      case "storm" -> System.exit(Storm.run(rest));
      case "simulators" -> Simulators.main(rest);
      default -> {
        System.err.println(
            "Expected up, rehearse, schema, bench, storm or simulators. Start everything with"
                + " temporal-dev/up.");
        System.exit(2);
      }
    }
  }
}
