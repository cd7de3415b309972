package io.talaria.journal.send;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every error number of the Cloud API that is known, with what it means for us and the name of its
 * sentence for people. A number means the same whether the call is refused with it or a status
 * tells it after the acceptance. See
 * https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes.
 */
public final class ErrorTable {
  private static final int TOO_MANY_REQUESTS = 429;

  private static final Map<Integer, Treatment> BY_CODE =
      Stream.of(
              row(Treatment.THROTTLE, 4, 80007, 130429, 613, 133016),
              row(Treatment.PAIR_RATE, 131056),
              row(Treatment.TRANSIENT, 1, 2, 131000, 131016, 131057, 133004),
              row(Treatment.MEDIA, 131053),
              row(Treatment.WINDOW, 131047),
              // 130497 is of the account, but bars one country's people only.
              row(Treatment.POLICY, 130472, 131064, 130497),
              row(Treatment.SPAM_LIMIT, SpamHolds.CODE),
              row(Treatment.MARKETING_LIMIT, 131049),
              row(Treatment.MARKETING_STOP, 131050),
              row(Treatment.RECIPIENT, 131026, 131021, 131030, 131062, 137000),
              row(Treatment.TEMPLATE, 132000, 132001, 132005, 132007, 132008, 132012),
              row(Treatment.TEMPLATE, 132016, 132068, 132069, 131063),
              row(Treatment.TEMPLATE_PAUSED, 132015),
              row(Treatment.REQUEST, 33, 100, 131008, 131009, 131051, 131052, 135000),
              row(Treatment.ACCOUNT, 0, 3, 10, 190, 131005, 368, 131031, 131037),
              row(Treatment.ACCOUNT, 131042, 131045, 133010),
              // Missing permissions.
              IntStream.rangeClosed(200, 299).mapToObj(code -> Map.entry(code, Treatment.ACCOUNT)))
          .flatMap(rows -> rows)
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private ErrorTable() {}

  /** What a definite refusal means; a number that nobody knows is a fault of our request. */
  public static Treatment of(int httpStatus, @Nullable Integer code) {
    Treatment known = code == null ? null : BY_CODE.get(code);
    if (known != null) {
      return known;
    }
    return switch (httpStatus) {
      case TOO_MANY_REQUESTS -> Treatment.THROTTLE;
      case 401, 403 -> Treatment.ACCOUNT;
      default -> Treatment.REQUEST;
    };
  }

  /** What a failure after the acceptance means; null when WhatsApp gave no number. */
  public static @Nullable Treatment ofStatus(@Nullable Integer code) {
    return code == null ? null : BY_CODE.getOrDefault(code, Treatment.REQUEST);
  }

  /** The numbers that are known. */
  public static Set<Integer> codes() {
    return BY_CODE.keySet();
  }

  /** Key of the console's sentence for a number; missing permissions share one. */
  public static String sentence(int code) {
    return code >= 200 && code <= 299 ? "error.permission" : "error." + code;
  }

  private static Stream<Map.Entry<Integer, Treatment>> row(Treatment treatment, Integer... codes) {
    return Stream.of(codes).map(code -> Map.entry(code, treatment));
  }
}
