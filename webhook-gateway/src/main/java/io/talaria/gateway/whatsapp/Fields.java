package io.talaria.gateway.whatsapp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads values out of a body that may hold anything anywhere. */
final class Fields {
  private static final char REPLACEMENT = '\uFFFD';

  /** The year 3000: later is no timestamp in seconds. */
  private static final long LATEST = 32_503_680_000L;

  private Fields() {}

  /** A text or number as text, storable; null when it is absent, blank or something else. */
  static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    String text =
        value.isString()
            ? value.stringValue()
            : value.isNumber() ? value.numberValue().toString() : "";
    return text.isBlank() ? null : storable(text);
  }

  /** A flag; null when it is absent or something else. */
  static @Nullable Boolean flag(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isBoolean() ? (Boolean) value.booleanValue() : null;
  }

  /** Seconds since 1970, as text or number; the fallback when they are absent or make no sense. */
  static Instant time(JsonNode node, String field, Instant fallback) {
    String text = text(node, field);
    if (text == null) {
      return fallback;
    }
    try {
      long seconds = Long.parseLong(text);
      return seconds > 0 && seconds < LATEST ? Instant.ofEpochSecond(seconds) : fallback;
    } catch (NumberFormatException e) {
      return fallback;
    }
  }

  /**
   * The text with U+FFFD for what PostgreSQL or UTF-8 can't hold: NUL, and halves of surrogate
   * pairs. The raw body keeps them.
   */
  static String storable(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        clean = clean == null ? new StringBuilder(text) : clean;
        clean.setCharAt(i, REPLACEMENT);
      }
    }
    return clean == null ? text : clean.toString();
  }
}
