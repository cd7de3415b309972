package io.talaria.journal.media;

import io.talaria.seal.Seal;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Seals a stream piece by piece, since a seal takes bytes and a file may have 100 MB. Each piece
 * carries, sealed with it, the file's id, its own number and whether it is the last: so pieces
 * can't be left out, repeated, reordered or taken from another file without being noticed.
 */
final class SealedOutput extends OutputStream {
  static final int PIECE = 256 * 1024;

  /** Id, number, last. */
  static final int HEAD = 16 + 4 + 1;

  private final Seal seal;
  private final UUID candidateId;
  private final UUID mediaId;
  private final DataOutputStream sealed;
  private ByteBuffer piece = ByteBuffer.allocate(0);
  private int number;
  private boolean closed;

  SealedOutput(Seal seal, UUID candidateId, UUID mediaId, OutputStream sealed) {
    this.seal = seal;
    this.candidateId = candidateId;
    this.mediaId = mediaId;
    this.sealed = new DataOutputStream(sealed);
    next();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (!piece.hasRemaining()) {
        flushPiece(false);
      }
      int part = Math.min(piece.remaining(), length - done);
      piece.put(bytes, offset + done, part);
      done += part;
    }
  }

  /** Writes the last piece; no-op when it was written. */
  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      flushPiece(true);
      sealed.close();
    }
  }

  private void flushPiece(boolean last) throws IOException {
    piece.put(HEAD - 1, (byte) (last ? 1 : 0));
    byte[] clear = new byte[piece.position()];
    piece.get(0, clear);
    byte[] bytes = seal.seal(candidateId, clear);
    sealed.writeInt(bytes.length);
    sealed.write(bytes);
    next();
  }

  private void next() {
    piece = ByteBuffer.allocate(HEAD + PIECE);
    piece.putLong(mediaId.getMostSignificantBits());
    piece.putLong(mediaId.getLeastSignificantBits());
    piece.putInt(number++);
    piece.put((byte) 0);
  }
}
