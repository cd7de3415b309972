package io.talaria.worker.whatsapp;

import io.talaria.journal.send.CallOutcome;
import io.talaria.journal.send.ErrorTable;
import io.talaria.journal.send.Treatment;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what an answer of the Graph API means: accepted, refused, or unknown. Whatever may have
 * reached WhatsApp without a clear answer is unknown, and is never sent again on its own.
 */
final class Sorting {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int REQUEST_TIMEOUT = 408;

  /**
   * WhatsApp answers these with a 5xx though nothing was taken: it is overloaded, or moves the
   * number to a higher throughput, for about a minute. See
   * https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes.
   */
  private static final Set<Integer> REFUSED_BY_5XX = Set.of(131016, 131057);

  private Sorting() {}

  static CallOutcome of(GraphAnswer answer) {
    return switch (answer) {
      case GraphAnswer.NotLeft notLeft ->
          new CallOutcome.Refused(null, Treatment.TRANSIENT.name(), notLeft.why(), true);
      case GraphAnswer.Silent silent -> new CallOutcome.Unknown(silent.why());
      case GraphAnswer.Http http -> of(http);
    };
  }

  private static CallOutcome of(GraphAnswer.Http http) {
    JsonNode body = parsed(http.body());
    int status = http.status();
    if (status >= 200 && status < 300) {
      String wamid = body.path("messages").path(0).path("id").asString("");
      return wamid.isBlank()
          ? new CallOutcome.Unknown("accepted without an id")
          : new CallOutcome.Accepted(wamid);
    }
    JsonNode error = body.path("error");
    Integer code = error.path("code").isInt() ? error.path("code").asInt() : null;
    boolean clear = status >= 200 && status < 500 && status != REQUEST_TIMEOUT;
    if (!clear && (code == null || !REFUSED_BY_5XX.contains(code))) {
      return new CallOutcome.Unknown("answered with status " + status);
    }
    Treatment treatment = ErrorTable.of(status, code);
    return new CallOutcome.Refused(code, treatment.name(), detail(error), treatment.later());
  }

  /** WhatsApp's own words, for whoever looks into it; titles and messages change without notice. */
  private static @Nullable String detail(JsonNode error) {
    String details = error.path("error_data").path("details").asString("");
    String words = details.isBlank() ? error.path("message").asString("") : details;
    return words.isBlank() ? null : words.substring(0, Math.min(500, words.length()));
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body.isBlank() ? "{}" : body);
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }
}
