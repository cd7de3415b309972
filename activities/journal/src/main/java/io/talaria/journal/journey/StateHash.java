package io.talaria.journal.journey;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells two states apart. */
final class StateHash {
  private StateHash() {}

  /**
   * @param canonical the state's JSON; equal states have equal bytes
   */
  static String of(byte[] canonical) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
