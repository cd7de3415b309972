package io.talaria.dev.up;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Temporal's dev server on a file that survives, tuned for one machine. */
final class TemporalServer {
  /** The server's default of a day would forget finished journeys while one still reads them. */
  private static final String RETENTION = "720h";

  private TemporalServer() {}

  static Child start(Path binary, Ports ports, Folders folders) {
    List<String> command =
        List.of(
            binary.toString(),
            "server",
            "start-dev",
            "--ip",
            "127.0.0.1",
            "--port",
            String.valueOf(ports.temporal()),
            "--ui-port",
            String.valueOf(ports.temporalUi()),
            "--namespace",
            "default",
            "--db-filename",
            folders.temporalFile().toString(),
            "--log-level",
            "error",
            // With several partitions a lone machine's tasks may wait in the wrong one.
            "--dynamic-config-value",
            "matching.numTaskqueueReadPartitions=1",
            "--dynamic-config-value",
            "matching.numTaskqueueWritePartitions=1",
            "--dynamic-config-value",
            "system.enableActivityEagerExecution=true",
            // Without it 1.29 serves a queue's backlog first come, first served, whatever the
            // priority.
            "--dynamic-config-value",
            "matching.useNewMatcher=true");
    return Child.start("temporal", command, Map.of(), folders);
  }

  /** No-op when it was set by an earlier start. */
  static void keepLonger(Path binary, Ports ports) {
    try {
      new ProcessBuilder(
              binary.toString(),
              "operator",
              "namespace",
              "update",
              "--namespace",
              "default",
              "--retention",
              RETENTION,
              "--address",
              "127.0.0.1:" + ports.temporal())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new StartFailure("Could not run " + binary + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
