package io.talaria.dev.up;

import java.io.IOException;

/** Sends signals that Java has no word for. */
final class Signals {
  private Signals() {}

  /** No-op when the process has ended. */
  static void send(ProcessHandle process, String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("There is no command kill: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
