package io.talaria.dev.bench.measure;

import io.talaria.dev.bench.ground.Ground;
import io.talaria.dev.bench.report.Reading;
import java.util.List;

/** One thing that is measured on a running installation. */
public interface Measure {
  /** As the command line says it. */
  String name();

  /** One line for people. */
  String what();

  /** Whether its figures depend on how much of a message's way is compiled. */
  default boolean wantsItCompiled() {
    return true;
  }

  List<Reading> on(Ground ground, Scale scale) throws InterruptedException;
}
