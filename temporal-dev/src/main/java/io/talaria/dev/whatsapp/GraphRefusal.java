package io.talaria.dev.whatsapp;

import java.util.Map;

/** A call that is answered with Graph's error shape. */
final class GraphRefusal extends RuntimeException {
  /** The titles that Meta documents; the code is what counts. */
  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(2, "Service temporarily unavailable"),
          Map.entry(100, "Invalid parameter"),
          Map.entry(190, "Invalid OAuth access token - Cannot parse access token"),
          Map.entry(130429, "Rate limit hit"),
          Map.entry(130472, "User's number is part of an experiment"),
          Map.entry(131000, "Something went wrong"),
          Map.entry(131008, "Required parameter is missing"),
          Map.entry(131009, "Parameter value is not valid"),
          Map.entry(131016, "Service unavailable"),
          Map.entry(131026, "Message undeliverable"),
          Map.entry(131047, "Re-engagement message"),
          Map.entry(131048, "Spam rate limit hit"),
          Map.entry(131049, "Meta chose not to deliver"),
          Map.entry(131050, "User opted out of marketing messages"),
          Map.entry(131053, "Media upload error"),
          Map.entry(131056, "(Business Account, Consumer Account) pair rate limit hit"),
          Map.entry(132001, "Template name does not exist in the translation"),
          Map.entry(132015, "Template is paused"),
          Map.entry(133010, "Phone number not registered"),
          Map.entry(368, "Temporarily blocked for policies violations"));

  private static final long serialVersionUID = 1L;

  final int code;
  final String details;

  GraphRefusal(int code, String details) {
    super(details);
    this.code = code;
    this.details = details;
  }

  static String title(int code) {
    return TITLES.getOrDefault(code, "Refused on request");
  }

  /** Meta answers nearly every refusal with 400; what says otherwise is seen in the field. */
  int httpStatus() {
    return switch (code) {
      case 190, 0 -> 401;
      case 3, 10 -> 403;
      case 2, 131016 -> 503;
      case 131000 -> 500;
      default -> code >= 200 && code < 300 ? 403 : 400;
    };
  }

  Map<String, Object> body(String trace) {
    return Map.of(
        "error",
        Map.of(
            "message",
            "(#" + code + ") " + title(code),
            "type",
            "OAuthException",
            "code",
            code,
            "error_data",
            Map.of("messaging_product", "whatsapp", "details", details),
            "fbtrace_id",
            trace));
  }
}
