package io.talaria.gateway.signed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** {@code sha256=} and the hexadecimal HMAC-SHA256 of a body's raw bytes. */
public final class BodySignature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "sha256=";

  private final List<SecretKeySpec> secrets;

  /**
   * @param previous still accepted while the secret is being changed; null or blank for none
   */
  public BodySignature(String secret, @Nullable String previous) {
    this.secrets =
        Stream.of(secret, previous)
            .filter(known -> known != null && !known.isBlank())
            .map(known -> new SecretKeySpec(known.getBytes(StandardCharsets.UTF_8), ALGORITHM))
            .toList();
  }

  /**
   * Whether the header signs the body with the current or the previous secret. The comparison takes
   * the same time wherever the two differ.
   */
  public boolean isGenuine(byte[] body, @Nullable String header) {
    if (header == null || !header.startsWith(PREFIX)) {
      return false;
    }
    byte[] claimed;
    try {
      claimed = HexFormat.of().parseHex(header, PREFIX.length(), header.length());
    } catch (IllegalArgumentException notHex) {
      return false;
    }
    boolean genuine = false;
    for (SecretKeySpec secret : secrets) {
      genuine |= MessageDigest.isEqual(claimed, sign(body, secret));
    }
    return genuine;
  }

  private static byte[] sign(byte[] body, SecretKeySpec secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    }
  }
}
