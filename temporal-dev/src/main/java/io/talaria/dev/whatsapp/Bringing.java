package io.talaria.dev.whatsapp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a phone sends a file.
 *
 * @param type WhatsApp's type of the message
 */
enum Bringing {
  PHOTO("image"),
  DOCUMENT("document"),
  VOICE("audio"),
  STICKER("sticker");

  final String type;

  Bringing(String type) {
    this.type = type;
  }

  /** The content of the message in its webhook. */
  Map<String, Object> content(String id, Files.Content file, @Nullable String caption) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("id", id);
    content.put("mime_type", file.type());
    content.put("sha256", file.base64Hash());
    switch (this) {
      case VOICE -> content.put("voice", true);
      case STICKER -> content.put("animated", false);
      case PHOTO, DOCUMENT -> {
        if (caption != null && !caption.isBlank()) {
          content.put("caption", caption);
        }
        if (this == DOCUMENT && file.name() != null) {
          content.put("filename", file.name());
        }
      }
    }
    return content;
  }
}
