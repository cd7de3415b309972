package io.talaria.dev.whatsapp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files that phones sent, under WhatsApp's ids; the oldest are forgotten. */
@Component
class Files {
  private static final int MOST = 200;

  private final Map<String, Content> byId =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Content> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param type as the phone tells it
   * @param name null for photos, voice notes and stickers
   */
  record Content(byte[] bytes, String type, @Nullable String name) {
    String base64Hash() {
      return Base64.getEncoder().encodeToString(hash());
    }

    String hexHash() {
      return HexFormat.of().formatHex(hash());
    }

    private byte[] hash() {
      try {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every JDK has SHA-256", e);
      }
    }
  }

  /** Its id from now on. */
  synchronized String add(Content content) {
    String id = String.valueOf(ThreadLocalRandom.current().nextLong(100_000_000L, Long.MAX_VALUE));
    byId.put(id, content);
    return id;
  }

  synchronized Optional<Content> of(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
