package io.talaria.dev.up;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Temporal's own tables, made and updated by its tool. */
final class TemporalSchema {
  private final Path tool;
  private final Ports ports;
  private final Folders folders;

  TemporalSchema(Path tool, Ports ports, Folders folders) {
    this.tool = tool;
    this.ports = ports;
    this.folders = folders;
  }

  /**
   * Makes the database when it is missing, and brings it to the tool's version.
   *
   * @param schema the tool's name for the set of tables
   */
  void bring(Database database, String name, String schema) {
    database.provide(name);
    if (!database.hasTable(name, "schema_version")) {
      run(name, "setup-schema", "-v", "0.0");
    }
    run(name, "update-schema", "--schema-name", schema);
  }

  private void run(String name, String... action) {
    List<String> command =
        new ArrayList<>(
            List.of(
                tool.toString(),
                "--plugin",
                "postgres12",
                "--ep",
                "127.0.0.1",
                "--port",
                String.valueOf(ports.postgres()),
                "--user",
                Database.OWNER,
                "--password",
                Database.OWNER,
                "--database",
                name));
    command.addAll(List.of(action));
    Path log = folders.logs().resolve("temporal-schema.log");
    try {
      int code =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start()
              .waitFor();
      if (code != 0) {
        throw new StartFailure(
            "Temporal's tables in " + name + " could not be made. The tool's words: " + log);
      }
    } catch (IOException e) {
      throw new StartFailure("Could not run " + tool + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("Interrupted while Temporal's tables were made", e);
    }
  }
}
