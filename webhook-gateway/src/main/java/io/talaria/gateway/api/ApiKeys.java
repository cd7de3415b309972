package io.talaria.gateway.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells by its key which client calls. */
@Component
class ApiKeys {
  private static final String SCHEME = "Bearer ";

  private final ApiSettings settings;

  ApiKeys(ApiSettings settings) {
    this.settings = settings;
  }

  /**
   * The client whose key the header carries. The comparison takes the same time whichever client it
   * is and wherever a key differs.
   *
   * @throws NotAllowed where it carries none that is known
   */
  ApiSettings.Client client(@Nullable String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, 7)) {
      throw new NotAllowed("Send the header 'Authorization: Bearer <key>'.");
    }
    byte[] hash = sha256(authorization.substring(SCHEME.length()).strip());
    ApiSettings.Client found = null;
    for (ApiSettings.Client client : settings.clients()) {
      if (MessageDigest.isEqual(hash, HexFormat.of().parseHex(client.keySha256()))) {
        found = client;
      }
    }
    if (found == null) {
      throw new NotAllowed("The key isn't known. Keys are set in talaria.api.clients.");
    }
    return found;
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** Nobody known calls. */
  static final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAllowed(String remedy) {
      super(remedy, null, false, false);
    }
  }
}
