package io.talaria.worker.bot.http;

import io.talaria.journal.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Signs a request: HMAC-SHA256 of {@code <timestamp>.<body>}. The timestamp is signed too, so that
 * a request which somebody recorded can be told from a new one by its age.
 */
final class Signature {
  private Signature() {}

  /** The value of {@code X-Talaria-Signature}. */
  static String of(String secret, long epochSeconds, byte[] body) {
    byte[] head = (epochSeconds + ".").getBytes(StandardCharsets.UTF_8);
    return "sha256=" + HexFormat.of().formatHex(new HmacSha256(secret).sign(head, body));
  }
}
