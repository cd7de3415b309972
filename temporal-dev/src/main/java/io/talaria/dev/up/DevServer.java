package io.talaria.dev.up;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Temporal's dev server on a file that survives. */
record DevServer(Path binary, Map<String, String> tuning) implements Engine {
  /** The server's default of a day would forget finished journeys while one still reads them. */
  private static final String RETENTION = "720h";

  /**
   * Commits are appended to one log, instead of pages copied to a rollback journal and back.
   *
   * @see <a href="https://www.sqlite.org/wal.html">Write-ahead logging</a>
   */
  private static final String WRITE_AHEAD = "journal_mode=wal";

  @Override
  public String name() {
    return "dev";
  }

  @Override
  public Engine tuned(Map<String, String> values) {
    return new DevServer(binary, Tuning.with(tuning, values));
  }

  @Override
  public void furnish(Ports ports, Folders folders, Database database) {
    // It has a file of its own.
  }

  @Override
  public Child start(Ports ports, Folders folders) {
    List<String> command =
        new ArrayList<>(
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
                "--sqlite-pragma",
                WRITE_AHEAD,
                "--log-level",
                "error"));
    tuning.forEach(
        (key, value) -> {
          command.add("--dynamic-config-value");
          command.add(key + "=" + value);
        });
    return Child.start("temporal", command, Map.of(), folders);
  }

  @Override
  public void prepare(Ports ports, Runnable meanwhile) {
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
