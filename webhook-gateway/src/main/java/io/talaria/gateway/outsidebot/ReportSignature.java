package io.talaria.gateway.outsidebot;

import io.talaria.journal.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The signature of docs/outside-bot.md, in this direction: HMAC-SHA256 of {@code
 * <timestamp>.<body>}, and a timestamp of our time.
 */
final class ReportSignature {
  private static final String PREFIX = "sha256=";
  private static final Duration OLDEST = Duration.ofMinutes(5);

  private final Clock clock;

  ReportSignature(Clock clock) {
    this.clock = clock;
  }

  /** Whether the body was signed with the secret, at most five minutes away from now. */
  boolean isGenuine(
      String secret, byte[] body, @Nullable String timestamp, @Nullable String signature) {
    if (timestamp == null || signature == null || !timestamp.matches("\\d{1,12}")) {
      return false;
    }
    Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
    boolean ofNow = Duration.between(signed, clock.instant()).abs().compareTo(OLDEST) <= 0;
    byte[] expected = (PREFIX + of(secret, timestamp, body)).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8)) && ofNow;
  }

  private static String of(String secret, String timestamp, byte[] body) {
    byte[] head = (timestamp + ".").getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(new HmacSha256(secret).sign(head, body));
  }
}
