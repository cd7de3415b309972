package io.talaria.gateway.signed;

import io.talaria.journal.HmacSha256;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code sha256=} and the hexadecimal HMAC-SHA256 of a body's raw bytes. */
public final class BodySignature {
  private static final String PREFIX = "sha256=";

  private final List<HmacSha256> secrets;

  /**
   * @param previous still accepted while the secret is being changed; null or blank for none
   */
  public BodySignature(String secret, @Nullable String previous) {
    this.secrets =
        Stream.of(secret, previous)
            .filter(known -> known != null && !known.isBlank())
            .map(HmacSha256::new)
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
    for (HmacSha256 secret : secrets) {
      genuine |= MessageDigest.isEqual(claimed, secret.sign(body));
    }
    return genuine;
  }
}
