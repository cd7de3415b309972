package io.talaria.journal.media;

import io.talaria.seal.Seal;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Opens what {@link SealedOutput} sealed, piece by piece. */
final class SealedInput extends InputStream {
  /** No seal adds this much to a piece; a larger number means that the file isn't ours. */
  private static final int LARGEST = SealedOutput.HEAD + SealedOutput.PIECE + 64 * 1024;

  private final Seal seal;
  private final UUID candidateId;
  private final UUID mediaId;
  private final DataInputStream sealed;
  private ByteBuffer piece = ByteBuffer.allocate(0);
  private int number;
  private boolean last;

  SealedInput(Seal seal, UUID candidateId, UUID mediaId, InputStream sealed) {
    this.seal = seal;
    this.candidateId = candidateId;
    this.mediaId = mediaId;
    this.sealed = new DataInputStream(sealed);
  }

  @Override
  public int read() throws IOException {
    return filled() ? piece.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!filled()) {
      return -1;
    }
    int part = Math.min(length, piece.remaining());
    piece.get(bytes, offset, part);
    return part;
  }

  @Override
  public void close() throws IOException {
    sealed.close();
  }

  private boolean filled() throws IOException {
    while (!piece.hasRemaining() && !last) {
      piece = next();
    }
    return piece.hasRemaining();
  }

  private ByteBuffer next() throws IOException {
    int length = sealed.readInt();
    if (length <= 0 || length > LARGEST) {
      throw damaged();
    }
    byte[] bytes = new byte[length];
    sealed.readFully(bytes);
    byte[] clear;
    try {
      clear = seal.open(candidateId, bytes);
    } catch (IllegalArgumentException e) {
      throw new IOException("Piece %d of file %s can't be opened".formatted(number, mediaId), e);
    }
    ByteBuffer next = ByteBuffer.wrap(clear);
    if (clear.length < SealedOutput.HEAD
        || next.getLong() != mediaId.getMostSignificantBits()
        || next.getLong() != mediaId.getLeastSignificantBits()
        || next.getInt() != number) {
      throw damaged();
    }
    number++;
    last = next.get() == 1;
    return next;
  }

  private IOException damaged() {
    return new IOException("Piece %d of file %s isn't what was written".formatted(number, mediaId));
  }
}
