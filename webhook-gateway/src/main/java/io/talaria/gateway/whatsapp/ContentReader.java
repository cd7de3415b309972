package io.talaria.gateway.whatsapp;

import io.talaria.journal.inbox.Extras;
import io.talaria.journal.inbox.InboundMessage;
import io.talaria.journal.inbox.InboundMessage.Content;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a message says. Texts, tapped choices, images and documents are understood; the rest is kept
 * and shown.
 */
final class ContentReader {
  private static final Pattern TYPE = Pattern.compile("[a-z0-9_]{1,40}");

  /** Worth showing of whatever type: its name in the body, and in the journal. */
  private static final Map<String, String> SHOWN =
      Map.ofEntries(
          Map.entry("caption", "caption"),
          Map.entry("filename", "filename"),
          Map.entry("mime_type", "mimeType"),
          Map.entry("id", "mediaId"),
          Map.entry("name", "name"),
          Map.entry("address", "address"),
          Map.entry("latitude", "latitude"),
          Map.entry("longitude", "longitude"),
          Map.entry("emoji", "emoji"),
          Map.entry("body", "body"),
          Map.entry("text", "note"),
          Map.entry("type", "subtype"),
          Map.entry("message_id", "targetWamid"),
          Map.entry("original_message_id", "targetWamid"));

  private ContentReader() {}

  static Content read(JsonNode message) {
    String type = Fields.text(message, "type");
    Map<String, String> extra = new TreeMap<>();
    put(extra, "quotedWamid", Fields.text(message.path("context"), "id"));
    put(extra, "referral", Fields.text(message.path("referral"), "headline"));
    return switch (type) {
      case "text" -> text(message, extra);
      case "interactive" -> interactive(message.path("interactive"), extra);
      case "button" -> {
        JsonNode button = message.path("button");
        yield choice(
            "button", Fields.text(button, "payload"), Fields.text(button, "text"), extra, message);
      }
      case Extras.IMAGE, Extras.DOCUMENT -> file(type, message, extra);
      case null -> unsupported("none", message, extra);
      default -> unsupported(type, message, extra);
    };
  }

  private static Content text(JsonNode message, Map<String, String> extra) {
    String body = Fields.text(message.path("text"), "body");
    return body == null ? unsupported("text", message, extra) : new Content("text", body, extra);
  }

  private static Content interactive(JsonNode interactive, Map<String, String> extra) {
    String kind = Fields.text(interactive, "type");
    return switch (kind) {
      case "button_reply" -> reply("button", interactive.path("button_reply"), extra);
      case "list_reply" -> reply("list", interactive.path("list_reply"), extra);
      case null -> unsupported("interactive", interactive, extra);
      default -> unsupported(kind, interactive, extra);
    };
  }

  private static Content reply(String kind, JsonNode reply, Map<String, String> extra) {
    put(extra, "choiceDescription", Fields.text(reply, "description"));
    return choice(kind, Fields.text(reply, "id"), Fields.text(reply, "title"), extra, reply);
  }

  /** A choice is its id; its title is what people read. One of the two suffices. */
  private static Content choice(
      String kind,
      @Nullable String id,
      @Nullable String title,
      Map<String, String> extra,
      JsonNode whole) {
    if (id == null && title == null) {
      return unsupported(kind, whole, extra);
    }
    put(extra, "choiceId", id);
    put(extra, "choiceTitle", title);
    return new Content(kind, title == null ? id : title, extra);
  }

  /** Without an id it can't be fetched. */
  private static Content file(String kind, JsonNode message, Map<String, String> extra) {
    JsonNode part = message.path(kind);
    String id = Fields.text(part, "id");
    if (id == null) {
      return unsupported(kind, message, extra);
    }
    String type = Fields.text(part, "mime_type");
    String name = Fields.text(part, "filename");
    put(extra, Extras.MIME_TYPE, type);
    put(extra, Extras.FILE_NAME, name);
    put(extra, "error", Fields.text(message.path("errors").path(0), "title"));
    return new Content(
        kind,
        Fields.text(part, "caption"),
        extra,
        new InboundMessage.File(id, type, Fields.text(part, "sha256"), name));
  }

  private static Content unsupported(String type, JsonNode message, Map<String, String> extra) {
    JsonNode part = message.path(type);
    SHOWN.forEach((field, name) -> put(extra, name, Fields.text(part, field)));
    // An edited message brings its new words along.
    put(extra, "note", Fields.text(part.path("message").path("text"), "body"));
    put(extra, "error", Fields.text(message.path("errors").path(0), "title"));
    String safe = TYPE.matcher(type).matches() ? type : "unknown";
    return new Content("unsupported:" + safe, null, extra);
  }

  private static void put(Map<String, String> extra, String name, @Nullable String value) {
    if (value != null) {
      extra.put(name, value);
    }
  }
}
