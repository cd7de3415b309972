package io.talaria.gateway.whatsapp;

import io.talaria.gateway.inbox.Item;
import io.talaria.gateway.inbox.Item.Chosen;
import io.talaria.gateway.inbox.Item.LimitChanged;
import io.talaria.gateway.inbox.Item.TemplateChanged;
import io.talaria.journal.inbox.Alias;
import io.talaria.journal.inbox.Alias.Kind;
import io.talaria.journal.inbox.LimitNews;
import io.talaria.journal.inbox.Preference;
import io.talaria.journal.inbox.TemplateNews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what WhatsApp tells of templates, of its limits and of what people want. What it can't
 * understand, or what asks nothing of us, is left out: nobody could retry it.
 */
final class NewsReader {
  private static final int UNLIMITED = -1;

  /** Meta's names of the limits, and its number for none. */
  private static final Map<String, Integer> TIERS =
      Map.of(
          "TIER_250", 250,
          "TIER_2K", 2_000,
          "TIER_10K", 10_000,
          "TIER_100K", 100_000,
          "TIER_UNLIMITED", UNLIMITED,
          "-1", UNLIMITED);

  private NewsReader() {}

  /**
   * A change of the field {@code message_template_status_update}. Only a pause and its end matter;
   * a template that is disabled or rejected is refused by WhatsApp itself.
   *
   * @param at when WhatsApp made the entry
   */
  static Optional<Item> template(
      JsonNode value, String business, List<UUID> accounts, String pointer, Instant at) {
    String name = Fields.text(value, "message_template_name");
    String language = Fields.text(value, "message_template_language");
    Boolean usable = usable(Fields.text(value, "event"));
    if (name == null || language == null || usable == null) {
      return Optional.empty();
    }
    // Meta's own examples write en-US as well as en_US; what is sent has the underscore.
    return Optional.of(
        new TemplateChanged(
            pointer,
            new TemplateNews(business, accounts, name, language.replace('-', '_'), usable, at)));
  }

  private static @Nullable Boolean usable(@Nullable String event) {
    return switch (event) {
      case "PAUSED" -> false;
      case "APPROVED", "ACTIVE", "REINSTATED" -> true;
      case null, default -> null;
    };
  }

  /**
   * A change of the field {@code business_capability_update}: the portfolio's messaging limit, a
   * number or the name of a tier. Anything else it tells asks nothing of us.
   *
   * @param at when WhatsApp made the entry
   */
  static Optional<Item> limit(
      JsonNode value, String business, List<UUID> accounts, String pointer, Instant at) {
    Integer told = people(value.path("max_daily_conversations_per_business"));
    // The older field, which Meta has announced to end.
    Integer people = told == null ? people(value.path("max_daily_conversation_per_phone")) : told;
    if (people == null) {
      return Optional.empty();
    }
    return Optional.of(
        new LimitChanged(
            pointer, new LimitNews(business, accounts, people == UNLIMITED ? null : people, at)));
  }

  /** Null for what nobody can read: the limit stays as it was, which is known. */
  private static @Nullable Integer people(JsonNode told) {
    String text = told.asString("");
    Integer tier = TIERS.get(text);
    if (tier != null) {
      return tier;
    }
    return text.matches("[1-9]\\d{0,8}") ? Integer.valueOf(text) : null;
  }

  /** One element of {@code user_preferences}. */
  static Optional<Item> preference(JsonNode preference, Place place) {
    Boolean wanted = wanted(Fields.text(preference, "value"));
    List<Alias> aliases = aliases(preference, place.businessId());
    if (wanted == null
        || aliases.isEmpty()
        || !"marketing_messages".equals(Fields.text(preference, "category"))) {
      return Optional.empty();
    }
    Instant at = Fields.time(preference, "timestamp", place.receivedAt());
    return Optional.of(
        new Chosen(place.pointer(), new Preference(place.accountId(), aliases, wanted, at)));
  }

  private static @Nullable Boolean wanted(@Nullable String value) {
    return switch (value) {
      case "stop" -> false;
      case "resume", "signup" -> true;
      case null, default -> null;
    };
  }

  private static List<Alias> aliases(JsonNode preference, String business) {
    var aliases = new ArrayList<Alias>();
    String user = Fields.text(preference, "user_id");
    if (user != null) {
      aliases.add(new Alias(Kind.BSUID, business, user));
    }
    String phone = Fields.text(preference, "wa_id");
    if (phone != null) {
      aliases.add(new Alias(Kind.PHONE, "", phone.startsWith("+") ? phone.substring(1) : phone));
    }
    return List.copyOf(aliases);
  }
}
