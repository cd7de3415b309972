package io.talaria.dev.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** What a database keeps, while it doesn't run. */
final class DataFolder {
  private DataFolder() {}

  /** With owners and rights, which PostgreSQL looks at. */
  static void copy(Path from, Path to) throws InterruptedException {
    try {
      var copy = new ProcessBuilder("cp", "-a", from.toString(), to.toString());
      assertThat(copy.inheritIO().start().waitFor()).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts this copy in its place. */
  static void putBack(Path copy, Path folder) throws InterruptedException {
    delete(folder);
    copy(copy, folder);
  }
}
