package io.talaria.gateway.whatsapp;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.talaria.journal.inbox.Alias;
import io.talaria.journal.inbox.Alias.Kind;
import io.talaria.journal.inbox.InboundMessage.Sender;
import io.talaria.journal.phone.PhoneZones;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Who wrote a message. People may hide their phone number; the business-scoped user id is there for
 * everybody since 2026, but not in older deliveries.
 */
@Component
class SenderReader {
  private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
  private final PhoneZones zones = new PhoneZones();

  Sender read(JsonNode message, Place place) {
    JsonNode contact = contact(message, place.value().path("contacts"));
    JsonNode system = message.path("system");
    Set<Alias> aliases = new LinkedHashSet<>();
    // Both spellings of a number are kept: some countries' wa_id differs from what is dialled.
    phone(aliases, Fields.text(message, "from"));
    phone(aliases, Fields.text(contact, "wa_id"));
    scoped(aliases, Kind.BSUID, place, Fields.text(message, "from_user_id"));
    scoped(aliases, Kind.BSUID, place, Fields.text(contact, "user_id"));
    scoped(aliases, Kind.PARENT_BSUID, place, Fields.text(message, "from_parent_user_id"));
    scoped(aliases, Kind.PARENT_BSUID, place, Fields.text(contact, "parent_user_id"));
    // A notice of a changed number or id names both: the person stays the same candidate.
    phone(aliases, Fields.text(system, "wa_id"));
    scoped(aliases, Kind.BSUID, place, Fields.text(system, "user_id"));
    scoped(aliases, Kind.BSUID, place, Fields.text(system, "previous_user_id"));
    JsonNode profile = contact.path("profile");
    String username = Fields.text(profile, "username");
    if (username != null) {
      aliases.add(new Alias(Kind.USERNAME, "", username));
    }
    Home home = home(aliases);
    return new Sender(
        List.copyOf(aliases), Fields.text(profile, "name"), home.country(), home.zone());
  }

  private static JsonNode contact(JsonNode message, JsonNode contacts) {
    String phone = Fields.text(message, "from");
    String user = Fields.text(message, "from_user_id");
    for (JsonNode contact : contacts) {
      if (isSame(user, Fields.text(contact, "user_id"))
          || isSame(phone, Fields.text(contact, "wa_id"))) {
        return contact;
      }
    }
    // The only contact of the only message is its sender, also where the number is spelt otherwise.
    boolean only = contacts.size() == 1 && message.path("system").isMissingNode();
    return only ? Objects.requireNonNull(contacts.get(0)) : MissingNode.getInstance();
  }

  private static boolean isSame(@Nullable String one, @Nullable String other) {
    return one != null && one.equals(other);
  }

  private static void phone(Set<Alias> aliases, @Nullable String value) {
    if (value != null) {
      aliases.add(new Alias(Kind.PHONE, "", value.startsWith("+") ? value.substring(1) : value));
    }
  }

  private static void scoped(Set<Alias> aliases, Kind kind, Place place, @Nullable String value) {
    if (value != null) {
      aliases.add(new Alias(kind, place.businessId(), value));
    }
  }

  private Home home(Set<Alias> aliases) {
    return aliases.stream()
        .filter(alias -> alias.kind() == Kind.PHONE)
        .map(alias -> home(alias.value()))
        .filter(home -> home.country() != null)
        .findFirst()
        .orElse(Home.UNKNOWN);
  }

  /** Nothing for numbers of no country, such as satellite phones. */
  private Home home(String digits) {
    try {
      PhoneNumber phone = phones.parse("+" + digits, null);
      String region = phones.getRegionCodeForNumber(phone);
      return region != null && region.matches("[A-Z]{2}") && !region.equals("ZZ")
          ? new Home(region, zones.of(phone, region))
          : Home.UNKNOWN;
    } catch (NumberParseException e) {
      return Home.UNKNOWN;
    }
  }

  /**
   * @param country two letters
   */
  private record Home(@Nullable String country, @Nullable String zone) {
    static final Home UNKNOWN = new Home(null, null);
  }
}
