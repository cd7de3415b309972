package io.talaria.dev.storm;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The product without one of its safeguards: a patch on copies of the files that it changes,
 * compiled against an unpacked application, and put into copies of its jars. The sources and the
 * product's own jars stay as they are.
 *
 * @param patch begins with what it removes, for people, and with the check that must see it
 */
record Mutant(Path patch) {
  private static final String MUST_BREAK = "Must break:";
  private static final String MAIN = "/src/main/java/";
  private static final String RESOURCES = "/src/main/resources/";

  /** All of them, by name. */
  static List<Mutant> all(Path project) {
    try (Stream<Path> patches = Files.list(project.resolve("temporal-dev/src/storm/mutants"))) {
      return patches
          .filter(path -> path.toString().endsWith(".patch"))
          .sorted()
          .map(Mutant::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The mutants are missing", e);
    }
  }

  String name() {
    return patch.getFileName().toString().replace(".patch", "");
  }

  /** The check that must see it, as the patch names it. */
  String mustBreak() {
    try (Stream<String> lines = Files.lines(patch)) {
      return lines
          .filter(line -> line.startsWith(MUST_BREAK))
          .map(line -> line.substring(MUST_BREAK.length()).strip().replaceAll("\\.$", ""))
          .findFirst()
          .orElseThrow(
              () -> new IllegalStateException(patch + " doesn't say which check must see it"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files that it changes, from the root of the project. */
  List<String> files() {
    try {
      return Files.readAllLines(patch).stream()
          .filter(line -> line.startsWith("+++ b/"))
          .map(line -> line.substring("+++ b/".length()).strip())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts the mutant into unpacked applications.
   *
   * @param scratch a folder for the patched copies, made anew
   * @param applications folders with a jar and its {@code lib}
   */
  void applyTo(Path project, Path scratch, List<Path> applications)
      throws IOException, InterruptedException {
    for (String file : files()) {
      Path copy = scratch.resolve(file);
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      Files.copy(project.resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
    }
    ProcessBuilder apply =
        new ProcessBuilder("git", "apply", patch.toAbsolutePath().toString())
            .directory(scratch.toFile())
            .inheritIO();
    // Within a repository git would look for the files at its root.
    apply.environment().put("GIT_CEILING_DIRECTORIES", scratch.toAbsolutePath().getParent() + "");
    if (apply.start().waitFor() != 0) {
      throw new IllegalStateException(patch + " doesn't apply any more; make it anew");
    }
    for (Path application : applications) {
      for (Path jar : jars(application)) {
        update(jar, scratch, jars(application));
      }
    }
  }

  /** Our own jars of an application: its own, and the modules that it stands on. */
  private static List<Path> jars(Path application) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (Stream<Path> own = Files.list(application);
        Stream<Path> libraries = Files.list(application.resolve("lib"))) {
      own.filter(path -> path.toString().endsWith(".jar")).forEach(jars::add);
      libraries
          .filter(path -> path.getFileName().toString().startsWith("talaria-"))
          .forEach(jars::add);
    }
    return jars;
  }

  private void update(Path jar, Path scratch, List<Path> ours)
      throws IOException, InterruptedException {
    String module = jar.getFileName().toString().replaceAll("talaria-(.*)-[0-9].*", "$1");
    List<String> mine = files().stream().filter(file -> moduleOf(file).equals(module)).toList();
    if (mine.isEmpty()) {
      return;
    }
    Path classes = scratch.resolve("classes-" + module);
    Files.createDirectories(classes);
    for (String file : mine) {
      int at = file.indexOf(RESOURCES);
      if (at >= 0) {
        Path copy = classes.resolve(file.substring(at + RESOURCES.length()));
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        Files.copy(scratch.resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    compile(mine, scratch, classes, jar, ours);
    var tool = java.util.spi.ToolProvider.findFirst("jar").orElseThrow();
    int code =
        tool.run(System.out, System.err, "uf", jar.toString(), "-C", classes.toString(), ".");
    if (code != 0) {
      throw new IllegalStateException("Could not change " + jar);
    }
  }

  private void compile(List<String> files, Path scratch, Path classes, Path jar, List<Path> ours)
      throws IOException {
    List<Path> sources =
        files.stream().filter(file -> file.contains(MAIN)).map(scratch::resolve).toList();
    if (sources.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("Mutants are compiled: start with a JDK");
    }
    String path =
        String.join(":", ours.stream().map(Path::toString).toList())
            + ":"
            + ours.getFirst().resolveSibling("lib")
            + "/*";
    StringWriter words = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  words,
                  manager,
                  null,
                  List.of(
                      "-d",
                      classes.toString(),
                      "-cp",
                      path,
                      "-parameters",
                      "-proc:none",
                      "-nowarn"),
                  null,
                  manager.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!compiled) {
        throw new IllegalStateException(name() + " can't be compiled for " + jar + ": " + words);
      }
    }
  }

  /** The artifact of a file, as its jar is called. */
  private static String moduleOf(String file) {
    String folder = file.substring(0, file.indexOf("/src/"));
    return folder.substring(folder.lastIndexOf('/') + 1);
  }
}
