package io.talaria.journal.media;

import io.talaria.seal.Seal;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The media store in a folder: a file per id, in 256 folders. A draft is a file of its own beside
 * it, renamed when it is whole and on the disk. What a crash leaves of a draft is never read.
 */
@Component
@EnableConfigurationProperties(MediaSettings.class)
class FileStore implements MediaStore {
  private final Path folder;
  private final Seal seal;

  FileStore(MediaSettings settings, Seal seal) {
    this.folder = settings.folder();
    this.seal = seal;
  }

  @Override
  public Draft write(UUID candidateId, UUID mediaId) throws IOException {
    Path file = file(mediaId);
    Path parent = folder.resolve(shelf(mediaId));
    Files.createDirectories(parent);
    deleteDrafts(parent, mediaId);
    Path draft = Files.createTempFile(parent, mediaId + ".", ".part");
    return new FileDraft(candidateId, mediaId, draft, file);
  }

  @Override
  public Optional<InputStream> read(UUID candidateId, UUID mediaId) throws IOException {
    try {
      InputStream bytes = new BufferedInputStream(Files.newInputStream(file(mediaId)));
      return Optional.of(new SealedInput(seal, candidateId, mediaId, bytes));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /** Of attempts that died. One that lives after all can't be kept then, and is tried again. */
  private static void deleteDrafts(Path parent, UUID mediaId) throws IOException {
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(parent, mediaId + ".*.part")) {
      for (Path draft : drafts) {
        Files.deleteIfExists(draft);
      }
    }
  }

  private Path file(UUID mediaId) {
    return folder.resolve(shelf(mediaId)).resolve(mediaId.toString());
  }

  private static String shelf(UUID mediaId) {
    return mediaId.toString().substring(0, 2);
  }

  private final class FileDraft implements Draft {
    private final Path draft;
    private final Path file;
    private final OutputStream bytes;

    FileDraft(UUID candidateId, UUID mediaId, Path draft, Path file) throws IOException {
      this.draft = draft;
      this.file = file;
      this.bytes =
          new SealedOutput(
              seal, candidateId, mediaId, new BufferedOutputStream(Files.newOutputStream(draft)));
    }

    @Override
    public OutputStream bytes() {
      return bytes;
    }

    @Override
    public void keep() throws IOException {
      bytes.close();
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        // A name that survives a power cut must not lead to bytes that didn't.
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
      bytes.close();
      Files.deleteIfExists(draft);
    }
  }
}
