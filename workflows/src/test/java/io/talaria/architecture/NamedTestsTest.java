package io.talaria.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A rule that the documents say is held by a test is held by one that exists. */
class NamedTestsTest {
  private static final Path DOCS = Path.of("../docs");
  private static final List<String> MODULES =
      List.of(
          "workflows",
          "activities/journal",
          "activities/worker",
          "webhook-gateway",
          "operator-ui",
          "temporal-dev");

  /** A class, and mostly {@code #beginning_of_the_method}. */
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");

  private static final Pattern HAZARD = Pattern.compile("(?m)^\\| (\\d+) \\|(.*)\\|(.*)\\|$");

  private static final Map<String, String> SOURCES = new HashMap<>();

  @BeforeAll
  static void readTests() throws IOException {
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(Path.of("..").resolve(module).resolve("src/test"))) {
        for (Path file : files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
          String name = file.getFileName().toString().replace(".java", "");
          SOURCES.merge(name, Files.readString(file), String::concat);
        }
      }
    }
  }

  @Test
  void every_test_that_a_document_names_exists() throws IOException {
    var gone = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(DOCS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        NAMED
            .matcher(Files.readString(file))
            .results()
            .filter(named -> !exists(named))
            .forEach(named -> gone.add(file.getFileName() + ": " + named.group()));
      }
    }
    assertThat(gone).isEmpty();
  }

  @Test
  void every_hazard_with_a_rule_names_its_test() throws IOException {
    List<MatchResult> hazards =
        HAZARD.matcher(Files.readString(DOCS.resolve("hazards.md"))).results().toList();
    assertThat(hazards).hasSizeGreaterThan(20);
    assertThat(hazards)
        .filteredOn(hazard -> !NAMED.matcher(hazard.group(3)).find())
        .extracting(hazard -> hazard.group(1))
        .isEmpty();
  }

  private static boolean exists(MatchResult named) {
    String source = SOURCES.get(named.group(1));
    String method = named.group(2);
    return source != null && (method == null || source.contains(" " + method));
  }
}
