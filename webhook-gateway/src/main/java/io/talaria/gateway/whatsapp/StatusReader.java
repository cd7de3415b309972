package io.talaria.gateway.whatsapp;

import io.talaria.gateway.inbox.Item;
import io.talaria.gateway.inbox.Item.Reported;
import io.talaria.gateway.inbox.Item.Unreadable;
import io.talaria.journal.inbox.StatusReport;
import io.talaria.journal.inbox.StatusReport.Failure;
import io.talaria.journal.inbox.StatusReport.Price;
import io.talaria.journal.inbox.StatusReport.Tick;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one element of {@code statuses}. */
final class StatusReader {
  private StatusReader() {}

  /** Empty for statuses that say nothing about a send's way, such as {@code deleted}. */
  static Optional<Item> read(JsonNode status, Place place) {
    Tick tick = tick(Fields.text(status, "status"));
    if (tick == null) {
      return Optional.empty();
    }
    Instant at = Fields.time(status, "timestamp", place.receivedAt());
    String wamid = Fields.text(status, "id");
    if (wamid == null) {
      return Optional.of(
          new Unreadable(
              place.pointer(), at, place.accountId(), "no_id", "The status names no message."));
    }
    return Optional.of(
        new Reported(
            place.pointer(),
            new StatusReport(
                wamid,
                tick,
                at,
                Fields.text(status, "biz_opaque_callback_data"),
                tick == Tick.FAILED ? failure(status.path("errors").path(0)) : null,
                price(status.path("pricing"))),
            place.accountId()));
  }

  private static @Nullable Tick tick(@Nullable String status) {
    return switch (status) {
      case "sent" -> Tick.SENT;
      case "delivered" -> Tick.DELIVERED;
      case "read" -> Tick.READ;
      case "played" -> Tick.PLAYED;
      case "failed" -> Tick.FAILED;
      case null, default -> null;
    };
  }

  private static Failure failure(JsonNode error) {
    String code = Fields.text(error, "code");
    String details = Fields.text(error.path("error_data"), "details");
    return new Failure(
        code != null && code.matches("\\d{1,9}") ? Integer.valueOf(code) : null,
        details != null ? details : Fields.text(error, "title"));
  }

  private static @Nullable Price price(JsonNode pricing) {
    if (!pricing.isObject()) {
      return null;
    }
    return new Price(
        Fields.flag(pricing, "billable"),
        Fields.text(pricing, "category"),
        Fields.text(pricing, "pricing_model"),
        Fields.text(pricing, "type"));
  }
}
