package io.talaria.journal.media;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param path the folder in which the file store keeps candidates' files; {@code talaria-media} in
 *     the working directory when absent. Worker and console must see the same one
 */
@ConfigurationProperties("talaria.media")
public record MediaSettings(@Nullable Path path) {
  private static final Path DEFAULT = Path.of("talaria-media");

  Path folder() {
    return path == null ? DEFAULT : path;
  }
}
