package io.talaria.gateway.whatsapp;

import io.micrometer.core.instrument.MeterRegistry;
import io.talaria.gateway.inbox.Item;
import io.talaria.gateway.inbox.Item.Unreadable;
import io.talaria.gateway.inbox.ItemReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks a body: every entry × change × message, status, error and preference, and what becomes of
 * templates. Changes of other fields (accounts, quality ...) are kept in their delivery and
 * counted: there is nothing a person could retry about them.
 */
@Component
class WhatsAppReader implements ItemReader {
  private static final Logger log = LoggerFactory.getLogger(WhatsAppReader.class);

  private final WhatsAppSettings settings;
  private final MessageReader messages;
  private final MeterRegistry meters;
  private final JsonMapper json =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();

  WhatsAppReader(WhatsAppSettings settings, MessageReader messages, MeterRegistry meters) {
    this.settings = settings;
    this.messages = messages;
    this.meters = meters;
  }

  @Override
  public String source() {
    return WhatsAppWebhook.SOURCE;
  }

  @Override
  public List<Item> read(byte[] body, Instant receivedAt) {
    JsonNode root;
    try {
      // Bytes that are no UTF-8 become U+FFFD instead of spoiling the whole body.
      root = json.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      return unreadable("", receivedAt, "not_json", "The body is signed but is not JSON.");
    }
    if (body.length == 0 || root.isMissingNode()) {
      return unreadable("", receivedAt, "empty", "The body is signed but empty.");
    }
    JsonNode entries = root.path("entry");
    if (!entries.isArray() || entries.isEmpty()) {
      return unreadable(
          "",
          receivedAt,
          "no_entries",
          "The body is JSON but has no list 'entry' with something in it.");
    }
    List<Item> items = new ArrayList<>();
    for (int e = 0; e < entries.size(); e++) {
      readEntry(entries.get(e), "/entry/" + e, receivedAt, items);
    }
    return items;
  }

  private void readEntry(JsonNode entry, String pointer, Instant receivedAt, List<Item> items) {
    JsonNode changes = entry.path("changes");
    if (!changes.isArray()) {
      items.addAll(
          unreadable(pointer, receivedAt, "no_changes", "The entry has no list 'changes'."));
      return;
    }
    String business = Optional.ofNullable(Fields.text(entry, "id")).orElse("");
    for (int c = 0; c < changes.size(); c++) {
      JsonNode change = changes.get(c);
      String field = Fields.text(change, "field");
      String at = pointer + "/changes/" + c;
      switch (field) {
        case "messages" -> readMessages(change, business, at, receivedAt, items);
        case "message_template_status_update" -> {
          Instant when = Fields.time(entry, "time", receivedAt);
          NewsReader.template(change.path("value"), business, settings.accounts(), at, when)
              .ifPresent(items::add);
          count(field);
        }
        case "business_capability_update" -> {
          Instant when = Fields.time(entry, "time", receivedAt);
          NewsReader.limit(change.path("value"), business, settings.accounts(), at, when)
              .ifPresent(items::add);
          count(field);
        }
        case "user_preferences" -> {
          readPreferences(change.path("value"), business, at, receivedAt, items);
          count(field);
        }
        case null, default -> count(field);
      }
    }
  }

  private void count(@Nullable String field) {
    meters.counter("talaria.whatsapp.changes", "field", tag(field)).increment();
  }

  /** Of a number that isn't configured nobody is known here. */
  private void readPreferences(
      JsonNode value, String business, String pointer, Instant receivedAt, List<Item> items) {
    String numberId = Fields.text(value.path("metadata"), "phone_number_id");
    Optional.ofNullable(numberId)
        .flatMap(settings::number)
        .ifPresent(
            number -> {
              Place place = new Place(pointer + "/value", business, number, value, receivedAt);
              for (int n = 0; n < value.path("user_preferences").size(); n++) {
                NewsReader.preference(
                        value.path("user_preferences").path(n), place.at("user_preferences", n))
                    .ifPresent(items::add);
              }
            });
  }

  private void readMessages(
      JsonNode change, String business, String pointer, Instant receivedAt, List<Item> items) {
    JsonNode value = change.path("value");
    if (!value.isObject()) {
      items.addAll(
          unreadable(pointer, receivedAt, "no_value", "The change has no object 'value'."));
      return;
    }
    String numberId = Fields.text(value.path("metadata"), "phone_number_id");
    Optional<WhatsAppSettings.Number> number =
        numberId == null ? Optional.empty() : settings.number(numberId);
    if (number.isEmpty()) {
      items.addAll(
          unreadable(
              pointer,
              receivedAt,
              "unknown_number",
              "No number with phone_number_id %s is configured. Add it to talaria.whatsapp.numbers, start the gateway anew and retry."
                  .formatted(numberId == null ? "(none)" : tag(numberId))));
      return;
    }
    Place place = new Place(pointer + "/value", business, number.get(), value, receivedAt);
    each(place, "messages", items, messages::read);
    each(place, "statuses", items, StatusReader::read);
    countErrors(value.path("errors"), number.get());
  }

  private static void each(
      Place place,
      String list,
      List<Item> items,
      BiFunction<JsonNode, Place, Optional<Item>> read) {
    JsonNode nodes = place.value().path(list);
    for (int n = 0; n < nodes.size(); n++) {
      Place at = place.at(list, n);
      JsonNode node = nodes.get(n);
      if (node != null && node.isObject()) {
        read.apply(node, at).ifPresent(items::add);
      } else {
        items.add(
            new Unreadable(
                at.pointer(),
                place.receivedAt(),
                place.accountId(),
                "not_an_object",
                "In the list '" + list + "' stands something that is no object."));
      }
    }
  }

  /** Errors of the number, not of a message: WhatsApp tells the operator of the app. */
  private void countErrors(JsonNode errors, WhatsAppSettings.Number number) {
    for (JsonNode error : errors) {
      String code = tag(Fields.text(error, "code"));
      meters.counter("talaria.whatsapp.errors", "code", code).increment();
      log.warn("WhatsApp reports error {} for number {}", code, number.phoneNumberId());
    }
  }

  private static List<Item> unreadable(
      String pointer, Instant receivedAt, String reason, String detail) {
    @Nullable UUID account = null;
    return List.of(new Unreadable(pointer, receivedAt, account, reason, detail));
  }

  /** Values of others as tags and in sentences: short, and of harmless characters. */
  private static String tag(@Nullable String text) {
    if (text == null) {
      return "none";
    }
    String plain = text.replaceAll("[^A-Za-z0-9_-]", "?");
    return plain.substring(0, Math.min(40, plain.length()));
  }
}
