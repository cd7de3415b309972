package io.talaria.dev;

import io.talaria.dev.bench.Bench;
import io.talaria.dev.up.Up;
import java.util.Arrays;

/** The programs of this jar: {@code up}, {@code bench} and {@code simulators}. */
public final class TalariaDev {
  private TalariaDev() {}

  public static void main(String[] args) {
    String program = args.length == 0 ? "" : args[0];
    String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
    switch (program) {
      case "up" -> System.exit(Up.run(rest));
      case "bench" -> System.exit(Bench.run(rest));
      case "simulators" -> Simulators.main(rest);
      default -> {
        System.err.println(
            "Expected up, bench or simulators. Start everything with temporal-dev/up.");
        System.exit(2);
      }
    }
  }
}
