package io.talaria.gateway.whatsapp;

import io.talaria.gateway.inbox.Item;
import io.talaria.gateway.inbox.Item.Unreadable;
import io.talaria.gateway.inbox.Item.Written;
import io.talaria.journal.inbox.Alias;
import io.talaria.journal.inbox.InboundMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads one element of {@code messages}. */
@Component
class MessageReader {
  private final SenderReader senders;

  MessageReader(SenderReader senders) {
    this.senders = senders;
  }

  /** Never empty: a type that nobody knows is a message all the same. */
  Optional<Item> read(JsonNode message, Place place) {
    Instant at = Fields.time(message, "timestamp", place.receivedAt());
    String wamid = Fields.text(message, "id");
    if (wamid == null) {
      return Optional.of(
          new Unreadable(
              place.pointer(),
              at,
              place.accountId(),
              "no_id",
              "The message has no id, so that it could be recorded twice."));
    }
    InboundMessage.Sender sender = senders.read(message, place);
    if (sender.aliases().stream().allMatch(alias -> alias.kind() == Alias.Kind.USERNAME)) {
      return Optional.of(
          new Unreadable(
              place.pointer(),
              at,
              place.accountId(),
              "no_sender",
              "The message has neither a phone number nor a user id, so nobody can be answered."));
    }
    return Optional.of(
        new Written(
            place.pointer(),
            new InboundMessage(
                place.accountId(),
                place.number().phoneNumberId(),
                wamid,
                at,
                sender,
                ContentReader.read(message),
                !NOTICES.contains(String.valueOf(Fields.text(message, "type"))))));
  }

  /**
   * What is shown and needs no answer: WhatsApp's own words about a person, and what candidates do
   * to messages that are there already. A thumbs-up must not make a bot ask its question again.
   */
  private static final List<String> NOTICES = List.of("system", "reaction", "edit", "revoke");
}
