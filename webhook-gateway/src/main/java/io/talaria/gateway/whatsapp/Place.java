package io.talaria.gateway.whatsapp;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Where in a delivery an item stands.
 *
 * @param pointer to the item
 * @param businessId id of the WhatsApp business account; scope of business-scoped user ids
 * @param value of the change that holds it
 * @param receivedAt of the delivery
 */
record Place(
    String pointer,
    String businessId,
    WhatsAppSettings.Number number,
    JsonNode value,
    Instant receivedAt) {

  UUID accountId() {
    return number.account();
  }

  Place at(String list, int position) {
    return new Place(pointer + "/" + list + "/" + position, businessId, number, value, receivedAt);
  }
}
