package io.talaria.worker.media;

import io.talaria.journal.media.Media.Waiting;
import io.talaria.journal.media.MediaStore;
import io.talaria.worker.media.Outcome.Later;
import io.talaria.worker.media.Outcome.Refused;
import io.talaria.worker.media.Outcome.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a file's bytes into the store while they come, and stops when they are none of ours. */
@Component
class Keeping {
  private static final Logger log = LoggerFactory.getLogger(Keeping.class);
  private static final int CHUNK = 16 * 1024;
  private static final int SHA256 = 32;

  private final MediaStore store;

  Keeping(MediaStore store) {
    this.store = store;
  }

  /**
   * @param largest so many bytes are kept at most
   * @throws IOException when the bytes stop coming; nothing was kept then
   */
  Outcome keep(Waiting file, InputStream bytes, long largest) throws IOException {
    byte[] first = bytes.readNBytes(Sniffing.ENOUGH);
    if (first.length == 0) {
      return new Refused(Failures.EMPTY);
    }
    if (first.length > largest) {
      return new Refused(Failures.TOO_LARGE);
    }
    Optional<String> type = Sniffing.of(file.kind(), first, file.name());
    if (type.isEmpty()) {
      // Cut or mixed up on its way it may look like anything.
      return isAsTold(file, first, bytes, largest)
          ? new Refused(Failures.TYPE)
          : Failures.wrongHash(file.attempts());
    }
    return keep(file, type.get(), first, bytes, largest);
  }

  private Outcome keep(Waiting file, String type, byte[] first, InputStream bytes, long largest)
      throws IOException {
    MessageDigest digest = sha256();
    try (Draft draft = new Draft(file)) {
      draft.write(first, first.length);
      digest.update(first);
      long size = first.length;
      byte[] chunk = new byte[CHUNK];
      for (int n = bytes.read(chunk); n >= 0; n = bytes.read(chunk)) {
        size += n;
        if (size > largest) {
          return new Refused(Failures.TOO_LARGE);
        }
        digest.update(chunk, 0, n);
        draft.write(chunk, n);
      }
      if (!isHash(file.sha256(), digest.digest())) {
        return Failures.wrongHash(file.attempts());
      }
      draft.keep();
      return new Stored(size, type);
    } catch (StoreFailed e) {
      log.error("File {} can't be kept, the media store fails: {}", file.id(), e.getMessage());
      return new Later(Failures.STORE);
    }
  }

  private static boolean isAsTold(Waiting file, byte[] first, InputStream bytes, long largest)
      throws IOException {
    MessageDigest digest = sha256();
    digest.update(first);
    long size = first.length;
    byte[] chunk = new byte[CHUNK];
    for (int n = bytes.read(chunk); n >= 0 && size <= largest; n = bytes.read(chunk)) {
      size += n;
      digest.update(chunk, 0, n);
    }
    return size > largest || isHash(file.sha256(), digest.digest());
  }

  /** A hash that isn't one was not told; webhooks have base64, other answers hexadecimal. */
  static boolean isHash(@Nullable String told, byte[] actual) {
    if (told == null) {
      return true;
    }
    byte[] hash = decoded(told);
    return hash.length != SHA256 || MessageDigest.isEqual(hash, actual);
  }

  private static byte[] decoded(String told) {
    try {
      return told.length() == SHA256 * 2
          ? HexFormat.of().parseHex(told)
          : Base64.getDecoder().decode(told);
    } catch (IllegalArgumentException neither) {
      return new byte[0];
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** The store is full or away; what comes from WhatsApp fails with other exceptions. */
  private static final class StoreFailed extends IOException {
    private static final long serialVersionUID = 1L;

    StoreFailed(IOException cause) {
      super(cause);
    }
  }

  private final class Draft implements AutoCloseable {
    private final MediaStore.Draft draft;

    Draft(Waiting file) throws StoreFailed {
      try {
        draft = store.write(file.candidateId(), file.id());
      } catch (IOException e) {
        throw new StoreFailed(e);
      }
    }

    void write(byte[] bytes, int length) throws StoreFailed {
      try {
        draft.bytes().write(bytes, 0, length);
      } catch (IOException e) {
        throw new StoreFailed(e);
      }
    }

    void keep() throws StoreFailed {
      try {
        draft.keep();
      } catch (IOException e) {
        throw new StoreFailed(e);
      }
    }

    @Override
    public void close() throws StoreFailed {
      try {
        draft.close();
      } catch (IOException e) {
        throw new StoreFailed(e);
      }
    }
  }
}
