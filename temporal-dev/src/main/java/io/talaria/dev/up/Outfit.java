package io.talaria.dev.up;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one application gets on top of what all get. A second worker is a part with an outfit.
 *
 * @param environment wins over the plan's
 * @param flags of the JVM, which win over those that all get
 * @param classes a jar of further classes; null for none
 * @param sources a class among them that joins the application's context; null for none
 * @param port where it listens; 0 leaves it to the plan's ports
 */
public record Outfit(
    Map<String, String> environment,
    List<String> flags,
    @Nullable Path classes,
    @Nullable String sources,
    int port) {
  static final Outfit PLAIN = new Outfit(Map.of(), List.of(), null, null, 0);

  /** Flags of the JVM alone. */
  public static Outfit of(List<String> flags) {
    return new Outfit(Map.of(), flags, null, null, 0);
  }
}
