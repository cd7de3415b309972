package io.talaria.dev.up;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.talaria.journal.definition.InvalidDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * The launcher behind {@code temporal-dev/up}, which finds the JDK and Temporal, builds, and then
 * runs this. It stays until it is told to end, or until one of its children ends.
 */
public final class Up {
  private static final long WATCH_MILLIS = 1000;

  private Up() {}

  /** Returns the exit code. */
  public static int run(String[] args) {
    // What the embedded server's library tells of its progress is no news to anybody.
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    try {
      Options options = Options.parse(List.of(args));
      Folders folders = new Folders(Path.of(property("talaria.state")));
      try (FileChannel channel =
              FileChannel.open(
                  folders.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.tryLock()) {
        if (lock == null) {
          return alreadyRuns(folders);
        }
        return run(options, folders);
      }
    } catch (IllegalArgumentException | InvalidDefinition | StartFailure e) {
      System.err.println("\n" + e.getMessage());
      return e instanceof StartFailure ? 1 : 2;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int run(Options options, Folders folders) throws IOException {
    int orphans = PidFile.endOrphans(folders);
    if (orphans > 0) {
      say("Ended " + orphans + " processes that an earlier start left behind.");
    }
    if (options.fresh()) {
      folders.forget();
    }
    Plan plan =
        new Plan(
            Path.of(property("talaria.project")),
            folders,
            options.ports(),
            Path.of(property("java.home"), "bin", "java"),
            Engine.dev(Path.of(property("talaria.temporal"))),
            options.hour(),
            options.environment(System.getenv()),
            true);
    say("Starting PostgreSQL, Temporal, simulators, worker, gateway and console ...");
    try (Stack stack = new Stack(plan)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack)));
      stack.start();
      boolean arriving = options.seed() && stack.isFresh();
      if (options.seed()) {
        Cast cast = new Cast(options.ports().simulators(), options.hour());
        if (arriving) {
          new DemoListings(options.ports().gateway()).offer(Path.of(property("talaria.project")));
          cast.enter();
        } else {
          cast.comeBack();
        }
      }
      String addresses = new Addresses(options.ports(), folders).text(arriving);
      Files.writeString(folders.running(), addresses);
      say(addresses);
      say("ready");
      return watch(stack);
    }
  }

  private static void stop(Stack stack) {
    if (stack.isRunning()) {
      say("\nStopping. The first time takes longer: classes are archived for quicker starts.");
    }
    stack.close();
  }

  /** Ends with the first child, or with the shell that started us. */
  private static int watch(Stack stack) {
    Optional<ProcessHandle> shell = ProcessHandle.current().parent();
    while (true) {
      Optional<String> casualty = stack.casualty();
      if (casualty.isPresent()) {
        System.err.println("\n" + casualty.get() + "\n\nStopping the rest.");
        return 1;
      }
      if (shell.isPresent() && !shell.get().isAlive()) {
        return 1;
      }
      try {
        Thread.sleep(WATCH_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return 1;
      }
    }
  }

  private static int alreadyRuns(Folders folders) throws IOException {
    System.err.println("One runs already on " + folders.home() + ".");
    if (Files.exists(folders.running())) {
      System.err.println(Files.readString(folders.running()));
    }
    return 1;
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is not set; start with temporal-dev/up");
    }
    return value;
  }

  private static void say(String text) {
    System.out.println(text);
    System.out.flush();
  }
}
