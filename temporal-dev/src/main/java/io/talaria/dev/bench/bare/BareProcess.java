package io.talaria.dev.bench.bare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The bare shape as a child, with the flags of Talaria's own processes. Ends when its input does.
 */
public final class BareProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final Writer orders;

  private BareProcess(Process process) {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * @param java the {@code java} to run it with
   * @param flags of the JVM
   */
  public static BareProcess start(Path java, List<String> flags, String temporal, Path log) {
    var command = new java.util.ArrayList<>(List.of(java.toString()));
    command.addAll(flags);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), BareShape.class.getName(), temporal));
    try {
      BareProcess bare =
          new BareProcess(
              new ProcessBuilder(command)
                  .redirectError(ProcessBuilder.Redirect.to(log.toFile()))
                  .start());
      bare.answer("ready");
      return bare;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Messages answered per second. */
  public double run(Duration window) {
    try {
      orders.write(window.toSeconds() + "\n");
      orders.flush();
      return Double.parseDouble(answer("\\d+")) / window.toSeconds();
    } catch (IOException e) {
      throw new UncheckedIOException("The bare shape doesn't listen", e);
    }
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** The next line of this form; others are noise of libraries. */
  private String answer(String form) throws IOException {
    String line = answers.readLine();
    while (line != null && !line.matches(form)) {
      line = answers.readLine();
    }
    if (line == null) {
      throw new IOException("The bare shape ended; its log tells why");
    }
    return line;
  }

  @Override
  public void close() {
    try {
      orders.close();
      if (!process.waitFor(10, java.util.concurrent.TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
