package io.talaria.dev.up;

import java.nio.file.Path;
import java.util.Map;

/** The Temporal server that an installation stands on. Both are tuned for one machine. */
public sealed interface Engine permits DevServer, ServerOnPostgres {

  /** Temporal's dev server, on a file of its own. */
  static Engine dev(Path binary) {
    return new DevServer(binary, Tuning.VALUES);
  }

  /**
   * A whole Temporal server on the installation's PostgreSQL, in databases of its own.
   *
   * @param folder holds the programs {@code server} and {@code sql}
   */
  static Engine postgres(Path folder) {
    return new ServerOnPostgres(folder, Tuning.VALUES);
  }

  /** The same with further values of Temporal's dynamic configuration. */
  Engine tuned(Map<String, String> values);

  /** {@code dev} or {@code postgres}, as the command line says it. */
  String name();

  /** Makes and updates what it keeps in the database; blocks while that one is away. */
  void furnish(Ports ports, Folders folders, Database database);

  /** Starts it as the child {@code temporal}. Doesn't block. */
  Child start(Ports ports, Folders folders);

  /**
   * Makes the namespace {@code default} usable, once the port accepts connections. No-op where an
   * earlier start has done it.
   *
   * @param meanwhile run again and again while it waits; throws when waiting is in vain
   */
  void prepare(Ports ports, Runnable meanwhile);
}
