package io.talaria.gateway.api;

import io.talaria.gateway.api.ListingJson.NotJson;
import io.talaria.journal.phone.DialledNumbers;
import io.talaria.journal.planned.StartWish;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON of a start that is to be planned, or of its new time. */
final class StartJson {
  private static final Set<String> KEYS =
      Set.of("id", "number", "phone", "name", "definition", "at", "opt_in");

  private StartJson() {}

  /**
   * @throws NotJson with what was expected
   */
  static StartWish wish(byte[] body, UUID account, String by, DialledNumbers phones) {
    Map<String, String> texts = texts(body, KEYS);
    String phone = needed(texts, "phone", "+55 11 91234-5678");
    String at = texts.get("at");
    return new StartWish(
        id(needed(texts, "id", "2c5ea4c0-4067-11e9-8bad-9b1deb4d3b7d")),
        account,
        needed(texts, "number", "106540352242922"),
        texts.get("definition"),
        phones
            .person(phone, texts.get("name"))
            .orElseThrow(
                () ->
                    new NotJson(
                        "'phone' expects a number with its country code, such as +55 11"
                            + " 91234-5678.")),
        at == null ? Instant.now() : time(at),
        needed(texts, "opt_in", "registered on our site on 2026-11-02, text v3"),
        by);
  }

  /**
   * @throws NotJson with what was expected
   */
  static Instant change(byte[] body) {
    return time(needed(texts(body, Set.of("at")), "at", "2026-12-01T09:00:00-03:00"));
  }

  /** The id of a start, as the caller chose it. */
  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotJson("The id of a start is a UUID of your choice, the same when sent again.");
    }
  }

  private static Map<String, String> texts(byte[] body, Set<String> known) {
    Map<String, String> texts = ListingJson.read(body);
    texts.values().removeIf(String::isBlank);
    texts.keySet().stream()
        .filter(key -> !known.contains(key))
        .sorted()
        .findFirst()
        .ifPresent(
            key -> {
              throw new NotJson(
                  "'%s' is unknown; expected one of: %s."
                      .formatted(key, String.join(", ", known.stream().sorted().toList())));
            });
    return texts;
  }

  private static String needed(Map<String, String> texts, String key, String example) {
    @Nullable String text = texts.get(key);
    if (text == null) {
      throw new NotJson("'%s' is missing, such as %s.".formatted(key, example));
    }
    return text;
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new NotJson(
          "'at' expects a time with its offset, such as 2026-12-01T09:00:00-03:00, not "
              + text
              + ".");
    }
  }
}
