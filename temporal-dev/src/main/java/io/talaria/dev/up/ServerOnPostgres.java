package io.talaria.dev.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Temporal server as it runs in production, with all its services in one process. */
record ServerOnPostgres(Path folder, Map<String, String> tuning) implements Engine {
  private static final String STORE = "temporal";
  private static final String VISIBILITY = "temporal_visibility";

  /** Hundreds of shards are for many machines; the number can't be changed later. */
  private static final String SHARDS = "4";

  /**
   * Percent by which its memory grows before it collects (https://go.dev/doc/gc-guide#GOGC). With
   * Go's 100 a quarter of its time was the collector's when ten thousand journeys woke at once.
   */
  private static final String GROWTH = "400";

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public Engine tuned(Map<String, String> values) {
    return new ServerOnPostgres(folder, Tuning.with(tuning, values));
  }

  @Override
  public void furnish(Ports ports, Folders folders, Database database) {
    TemporalSchema schema = new TemporalSchema(folder.resolve("sql"), ports, folders);
    schema.bring(database, STORE, "postgresql/v12/temporal");
    schema.bring(database, VISIBILITY, "postgresql/v12/visibility");
  }

  @Override
  public Child start(Ports ports, Folders folders) {
    Path values = folders.temporalServer().resolve("dynamic.yaml");
    try {
      Files.writeString(values, Tuning.yaml(tuning));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Child.start(
        "temporal",
        List.of(folder.resolve("server").toString(), "--allow-no-auth", "start"),
        environment(ports, InnerPorts.of(folders), values),
        folders);
  }

  private static Map<String, String> environment(Ports ports, InnerPorts inner, Path values) {
    Map<String, String> environment = new HashMap<>(inner.environment());
    environment.put("DB", "postgres12");
    environment.put("POSTGRES_SEEDS", "127.0.0.1");
    environment.put("DB_PORT", String.valueOf(ports.postgres()));
    environment.put("POSTGRES_USER", Database.OWNER);
    environment.put("POSTGRES_PWD", Database.OWNER);
    environment.put("DBNAME", STORE);
    environment.put("VISIBILITY_DBNAME", VISIBILITY);
    environment.put("NUM_HISTORY_SHARDS", SHARDS);
    environment.put("BIND_ON_IP", "127.0.0.1");
    environment.put("TEMPORAL_BROADCAST_ADDRESS", "127.0.0.1");
    environment.put("FRONTEND_GRPC_PORT", String.valueOf(ports.temporal()));
    environment.put("DYNAMIC_CONFIG_FILE_PATH", values.toString());
    environment.put("LOG_LEVEL", "error");
    environment.put("GOGC", GROWTH);
    return environment;
  }

  @Override
  public void prepare(Ports ports, Runnable meanwhile) {
    Namespace.register("127.0.0.1:" + ports.temporal(), meanwhile);
  }
}
