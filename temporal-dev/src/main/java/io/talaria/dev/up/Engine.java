package io.talaria.dev.up;

import java.nio.file.Path;

/** The Temporal server that an installation stands on. Both are tuned for one machine. */
public sealed interface Engine permits DevServer, ServerOnPostgres {

  /** Temporal's dev server, on a file of its own. */
  static Engine dev(Path binary) {
    return new DevServer(binary);
  }

  /**
   * A whole Temporal server on the installation's PostgreSQL, in databases of its own.
   *
   * @param folder holds the programs {@code server} and {@code sql}
   */
  static Engine postgres(Path folder) {
    return new ServerOnPostgres(folder);
  }

  /** {@code dev} or {@code postgres}, as the command line says it. */
  String name();

  /** Starts it as the child {@code temporal}; the database runs already. */
  Child start(Ports ports, Folders folders, Database database);

  /**
   * Makes the namespace {@code default} usable, once the port accepts connections. No-op where an
   * earlier start has done it.
   *
   * @param meanwhile run again and again while it waits; throws when waiting is in vain
   */
  void prepare(Ports ports, Runnable meanwhile);
}
