package io.talaria.worker.media;

import io.talaria.worker.media.Outcome.Gone;
import io.talaria.worker.media.Outcome.Later;
import io.talaria.worker.media.Outcome.Refused;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Sorts what goes wrong with a file: later, refused, or gone. */
final class Failures {
  static final String AWAY = "away";
  static final String THROTTLED = "throttled";
  static final String TOKEN = "token";
  static final String UNKNOWN_NUMBER = "unknown_number";
  static final String HOST = "host";
  static final String STORE = "store";
  static final String HASH = "hash";
  static final String TOO_LARGE = "too_large";
  static final String TYPE = "type";
  static final String EMPTY = "empty";
  static final String EXPIRED = "expired";
  static final String GIVEN_UP = "given_up";

  /** WhatsApp keeps what a webhook told of for this long. */
  private static final Duration KEPT = Duration.ofDays(7);

  /** A file that is cut or changed on its way comes right the second or third time, or never. */
  private static final int WRONG_HASHES = 3;

  /**
   * WhatsApp says of a file that the token may not see that it doesn't exist. So it is only
   * believed after half an hour, when somebody may have mended the token.
   */
  private static final int SURELY_GONE = 6;

  private Failures() {}

  /** What an answer means that isn't 200, by status and by Graph's code. */
  static Outcome of(int status, JsonNode body, int attempts) {
    int code = body.path("error").path("code").asInt(-1);
    if (status == 401 || status == 403 || code == 190 || code == 10 || isPermission(code)) {
      return new Later(TOKEN);
    }
    if (status == 429 || code == 4 || code == 80007 || code == 130429) {
      return new Later(THROTTLED);
    }
    if (status == 404 || status == 410 || (status == 400 && code == 100)) {
      return attempts < SURELY_GONE ? new Later(EXPIRED) : new Gone(EXPIRED);
    }
    return new Later(AWAY);
  }

  static Outcome wrongHash(int attempts) {
    return attempts < WRONG_HASHES ? new Later(HASH) : new Refused(HASH);
  }

  /** Later, as long as WhatsApp still has it. */
  static Outcome inTime(Later later, Duration age) {
    return age.compareTo(KEPT) < 0 ? later : new Gone(GIVEN_UP);
  }

  /** How long nobody tries after so many attempts. */
  static Duration pause(int attempts) {
    return switch (attempts) {
      case 0, 1 -> Duration.ofSeconds(5);
      case 2 -> Duration.ofSeconds(20);
      case 3 -> Duration.ofMinutes(1);
      case 4 -> Duration.ofMinutes(5);
      case 5 -> Duration.ofMinutes(25);
      case 6 -> Duration.ofHours(1);
      default -> Duration.ofHours(4);
    };
  }

  private static boolean isPermission(int code) {
    return code >= 200 && code < 300;
  }
}
