package io.talaria.dev.up;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * A runnable jar, unpacked: the JVM can only archive classes of plain jars, and a build under a
 * running installation must not pull its classes away.
 */
final class JavaApp {
  /** What every JVM gets: a machine holds four of them beside two servers. */
  static final List<String> FLAGS = flags();

  private final Path jar;

  private JavaApp(Path jar) {
    this.jar = jar;
  }

  /**
   * @param built the runnable jar that Maven made
   */
  static JavaApp unpack(String name, Path built, Folders folders, Path java) {
    if (!Files.exists(built)) {
      throw new StartFailure(built + " is missing: build with mvn -DskipTests package");
    }
    Path target = folders.apps().resolve(name);
    Path stamp = target.resolve("unpacked-from");
    Path jar = target.resolve(built.getFileName());
    try {
      FileTime modified = Files.getLastModifiedTime(built);
      String wanted = built + " " + modified + " " + Files.size(built);
      if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
        Folders.delete(target);
        run(
            List.of(
                java.toString(),
                "-Djarmode=tools",
                "-jar",
                built.toString(),
                "extract",
                "--destination",
                target.toString()));
        // A class archive is bound to the times of its jars; these then stay the same.
        Files.writeString(stamp, wanted);
      }
    } catch (IOException e) {
      throw new StartFailure("Could not unpack " + built + ": " + e.getMessage(), e);
    }
    return new JavaApp(jar);
  }

  /** The command line, with what makes a start on a small machine quick. */
  List<String> command(Path java, boolean archived, Outfit outfit, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(FLAGS);
    command.addAll(outfit.flags());
    if (archived) {
      // Beside the jar, so that it goes when the jar goes: the JVM makes a missing archive when it
      // ends, but leaves one that no longer fits.
      Path archive =
          jar.resolveSibling(
              "classes-" + Runtime.version() + (outfit.classes() == null ? "" : "-more") + ".jsa");
      command.add("-XX:+AutoCreateSharedArchive");
      command.add("-XX:SharedArchiveFile=" + archive);
      command.add("-Xlog:disable");
      command.add("-Xlog:all=error:stderr");
    }
    command.addAll(quiet());
    Path classes = outfit.classes();
    if (classes == null) {
      command.add("-jar");
      command.add(jar.toString());
    } else {
      command.add("-cp");
      command.add(jar + File.pathSeparator + classes);
      command.add(mainClass());
    }
    command.addAll(arguments);
    if (outfit.sources() != null) {
      command.add("--spring.main.sources=" + outfit.sources());
    }
    return command;
  }

  /** Where it was unpacked. */
  Path folder() {
    return Objects.requireNonNull(jar.getParent());
  }

  private String mainClass() {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
    } catch (IOException e) {
      throw new StartFailure("Could not read " + jar + ": " + e.getMessage(), e);
    }
  }

  private static List<String> flags() {
    var flags =
        new ArrayList<>(
            List.of(
                "-Xms64m",
                "-Xmx200m",
                // A heap that is no larger than what lives in it wants.
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                "-XX:TrimNativeHeapInterval=10000",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
    if (Runtime.version().feature() >= 25) {
      flags.add("-XX:+UseCompactObjectHeaders");
    }
    return List.copyOf(flags);
  }

  /** Newer JDKs warn about what libraries still do. */
  private static List<String> quiet() {
    return Runtime.version().feature() >= 24
        ? List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
        : List.of();
  }

  private static void run(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("unpacking ended with code " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("unpacking was interrupted", e);
    }
  }
}
