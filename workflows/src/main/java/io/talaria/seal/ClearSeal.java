package io.talaria.seal;

import java.util.Arrays;
import java.util.UUID;

/** Version 0: a zero byte, then clear text. Wired everywhere that real keys will be. */
public final class ClearSeal implements Seal {
  private static final byte VERSION = 0;

  @Override
  public byte[] seal(UUID candidateId, byte[] clear) {
    byte[] sealed = new byte[clear.length + 1];
    sealed[0] = VERSION;
    System.arraycopy(clear, 0, sealed, 1, clear.length);
    return sealed;
  }

  @Override
  public byte[] open(UUID candidateId, byte[] sealed) {
    if (sealed.length == 0 || sealed[0] != VERSION) {
      throw new IllegalArgumentException("Sealed by a version that this build can't open");
    }
    return Arrays.copyOfRange(sealed, 1, sealed.length);
  }

  @Override
  public String token(String purpose, String value) {
    return value;
  }
}
