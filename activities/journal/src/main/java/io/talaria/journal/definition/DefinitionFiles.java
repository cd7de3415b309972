package io.talaria.journal.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where definitions are written down: the configured folder first, then those that come along. */
@Component
class DefinitionFiles {
  private final DefinitionSettings settings;

  DefinitionFiles(DefinitionSettings settings) {
    this.settings = settings;
  }

  /**
   * @param file for messages
   */
  record Source(String file, String yaml) {}

  /** The definition's text, or empty when there is no such file. */
  Optional<Source> find(String name) {
    String file = name + ".yaml";
    try {
      if (settings.path() != null) {
        Path path = Path.of(settings.path(), file);
        if (Files.isRegularFile(path)) {
          return Optional.of(new Source(path.toString(), Files.readString(path)));
        }
      }
      try (InputStream in = getClass().getResourceAsStream("/definitions/" + file)) {
        return in == null
            ? Optional.empty()
            : Optional.of(new Source(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The definition %s can't be read".formatted(file), e);
    }
  }

  /** Where files are looked for, for messages. */
  String places() {
    return settings.path() == null
        ? "talaria.definitions.path is not set"
        : "talaria.definitions.path is " + settings.path();
  }
}
