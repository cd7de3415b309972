package io.talaria.journal.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the bytes of candidates' files are kept, each under the id of its row in {@code media}.
 * Sealed with the candidate's key: destroying the key destroys them. Worker and console must reach
 * the same store.
 */
public interface MediaStore {
  /**
   * Begins to write a file. Nobody sees it before {@link Draft#keep}; a draft that is closed
   * without it leaves nothing behind. Writing a file that is there replaces it as a whole.
   *
   * @throws IOException when the store can't be written to
   */
  Draft write(UUID candidateId, UUID mediaId) throws IOException;

  /**
   * The file's clear bytes; empty when there is no such file. Reading fails, instead of ending
   * early, when the file was cut or mixed up.
   *
   * @throws IOException when the store can't be read
   */
  Optional<InputStream> read(UUID candidateId, UUID mediaId) throws IOException;

  /** A file that is being written. */
  interface Draft extends AutoCloseable {
    /** Takes the clear bytes. */
    OutputStream bytes();

    /** The file is whole: it is there from now on, at once and as a whole. */
    void keep() throws IOException;

    @Override
    void close() throws IOException;
  }
}
