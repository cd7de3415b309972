package io.talaria.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Decisions are found: each by its number, and all from one page. */
class DecisionsTest {
  private static final Path DECISIONS = Path.of("../docs/decisions");

  @Test
  void each_decision_begins_with_its_number_and_is_listed_with_its_title() throws IOException {
    List<String> listed = Files.readAllLines(DECISIONS.resolve("README.md"));
    try (Stream<Path> files = Files.list(DECISIONS)) {
      List<Path> decisions =
          files
              .filter(file -> file.getFileName().toString().matches("\\d{4}-.*\\.md"))
              .sorted()
              .toList();
      assertThat(decisions).isNotEmpty();
      for (Path decision : decisions) {
        String file = decision.getFileName().toString();
        String number = file.substring(0, 4);
        String heading = Files.readAllLines(decision).getFirst();
        assertThat(heading).startsWith("# " + number + ": ");
        String title = heading.substring("# 0000: ".length());
        assertThat(listed).contains("- [%s](%s) %s".formatted(number, file, title));
      }
    }
  }
}
