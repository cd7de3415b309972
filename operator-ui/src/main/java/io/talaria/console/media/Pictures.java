package io.talaria.console.media;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which files may stand in a page: pictures that every browser draws and that hold no script. */
public final class Pictures {
  private static final Set<String> TYPES =
      Set.of("image/jpeg", "image/png", "image/webp", "image/gif");

  private Pictures() {}

  /** Whether a file of this type may. */
  public static boolean isOne(@Nullable String type) {
    return type != null && TYPES.contains(type);
  }
}
