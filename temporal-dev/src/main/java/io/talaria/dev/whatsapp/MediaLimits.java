package io.talaria.dev.whatsapp;

import org.jspecify.annotations.Nullable;

/** What may be uploaded: WhatsApp's sizes per kind of media. */
final class MediaLimits {
  private static final long MB = 1024 * 1024;

  private MediaLimits() {}

  /**
   * @throws GraphRefusal 131053
   */
  static void check(@Nullable String contentType, long size) {
    String type = contentType == null ? "" : contentType;
    long most = most(type);
    if (size > most) {
      throw new GraphRefusal(
          131053, "File too large: " + size + " bytes, at most " + most + " for " + type);
    }
  }

  private static long most(String type) {
    if (type.equals("image/jpeg") || type.equals("image/png")) {
      return 5 * MB;
    }
    if (type.equals("image/webp")) {
      return 500 * 1024;
    }
    if (type.startsWith("audio/") || type.startsWith("video/")) {
      return 16 * MB;
    }
    if (type.startsWith("application/") || type.startsWith("text/")) {
      return 100 * MB;
    }
    throw new GraphRefusal(131053, "Unsupported media type " + type);
  }
}
