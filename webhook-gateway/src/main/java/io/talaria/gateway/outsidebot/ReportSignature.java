package io.talaria.gateway.outsidebot;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature of docs/outside-bot.md, in this direction: HMAC-SHA256 of {@code
 * <timestamp>.<body>}, and a timestamp of our time.
 */
final class ReportSignature {
  private static final String ALGORITHM = "HmacSHA256";
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
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    }
  }
}
