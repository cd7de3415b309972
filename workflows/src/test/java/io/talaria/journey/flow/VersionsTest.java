package io.talaria.journey.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Version ids stand in histories for months: they have one table, and people can read it. */
class VersionsTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path TABLE = Path.of("../docs/how-to-change.md");

  @Test
  void versions_are_asked_through_the_table_alone() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      assertThat(files.filter(Files::isRegularFile))
          .filteredOn(file -> read(file).contains("getVersion("))
          .extracting(file -> file.getFileName().toString())
          .as("an id outside Versions has no line on when its old branch may go")
          .containsExactly("Versions.java");
    }
  }

  @Test
  void every_version_is_told_in_the_documentation_with_when_its_old_branch_may_go() {
    String table = read(TABLE);
    for (Versions version : Versions.values()) {
      assertThat(table).contains("`" + version.id() + "`");
      assertThat(version.oldBranchMayGoWhen()).isNotBlank();
    }
  }

  @Test
  void ids_are_unique() {
    assertThat(Stream.of(Versions.values()).map(Versions::id)).doesNotHaveDuplicates();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
