package io.talaria.gateway.api;

import io.talaria.journal.listing.ListingImport;
import io.talaria.journal.listing.Listings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** Imports files beside the requests that brought them, two at once. */
@Component
class ListingImports {
  private static final Logger log = LoggerFactory.getLogger(ListingImports.class);

  private final ListingImport imports;
  private final Listings listings;
  private final ThreadPoolTaskExecutor importing;

  ListingImports(
      ListingImport imports,
      Listings listings,
      @Qualifier("importing") ThreadPoolTaskExecutor importing) {
    this.imports = imports;
    this.listings = listings;
    this.importing = importing;
  }

  /**
   * Keeps the body in a file and begins to import it.
   *
   * @return the import's id
   * @throws TooLarge before anything is imported
   * @throws TaskRejectedException when two are running
   */
  UUID begin(
      ApiSettings.Client client, InputStream body, String name, boolean closeMissing, long most)
      throws IOException {
    Path file = Files.createTempFile("listings-", ".csv");
    try {
      copy(body, file, most);
      UUID id = imports.begin(client.account(), file, name, client.name(), closeMissing);
      importing.execute(() -> run(client.account(), id, file, closeMissing));
      return id;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /**
   * New words are rare ones until they are counted; who never imports a file has them counted here.
   */
  @Scheduled(fixedDelayString = "${talaria.api.count-words-every:5m}")
  void countWords() {
    listings.countWordsWhereStale();
  }

  private void run(UUID account, UUID id, Path file, boolean closeMissing) {
    try {
      imports.run(account, id, file, closeMissing);
    } catch (RuntimeException e) {
      log.warn("Import {} was interrupted: {}", id, e.getClass().getSimpleName());
    } finally {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void copy(InputStream body, Path file, long most) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      byte[] piece = new byte[64 * 1024];
      long all = 0;
      for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
        all += read;
        if (all > most) {
          throw new TooLarge();
        }
        out.write(piece, 0, read);
      }
    }
  }

  /** A body has more bytes than are taken. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("too large", null, false, false);
    }
  }
}
