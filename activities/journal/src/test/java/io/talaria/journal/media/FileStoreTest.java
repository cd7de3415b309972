package io.talaria.journal.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.seal.ClearSeal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileStoreTest {
  private static final UUID ANA = UUID.randomUUID();

  @TempDir Path folder;

  private FileStore store() {
    return new FileStore(new MediaSettings(folder), new ClearSeal());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 262_143, 262_144, 262_145, 1_000_000})
  void what_was_written_is_read_again(int size) throws IOException {
    UUID id = UUID.randomUUID();
    byte[] bytes = random(size);
    write(id, bytes);
    assertThat(read(id)).isEqualTo(bytes);
  }

  @Test
  void a_draft_that_is_not_kept_leaves_nothing() throws IOException {
    UUID id = UUID.randomUUID();
    try (MediaStore.Draft draft = store().write(ANA, id)) {
      draft.bytes().write(random(10));
    }
    assertThat(store().read(ANA, id)).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void what_a_crash_left_is_taken_away_by_the_next_attempt() throws IOException {
    UUID id = UUID.randomUUID();
    // given a draft whose worker died
    store().write(ANA, id).bytes().write(random(10));
    assertThat(files()).hasSize(1);

    write(id, random(10));

    assertThat(files()).singleElement().satisfies(file -> assertThat(file).hasFileName(id + ""));
  }

  @Test
  void written_twice_it_is_there_once_as_it_was_written_last() throws IOException {
    UUID id = UUID.randomUUID();
    write(id, random(300_000));
    byte[] second = random(5);
    write(id, second);
    assertThat(read(id)).isEqualTo(second);
    assertThat(files()).hasSize(1);
  }

  @Test
  void a_file_that_was_cut_or_mixed_up_is_not_read_as_if_it_were_whole() throws IOException {
    UUID id = UUID.randomUUID();
    write(id, random(600_000));
    Path file = files().getFirst();
    byte[] whole = Files.readAllBytes(file);

    Files.write(file, Arrays.copyOf(whole, 400_000));
    assertThatThrownBy(() -> read(id)).isInstanceOf(IOException.class);

    UUID other = UUID.randomUUID();
    write(other, random(10));
    Path stranger = files().stream().filter(f -> f.endsWith(other.toString())).findFirst().get();
    Files.copy(stranger, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> read(id)).hasMessageContaining("isn't what was written");
  }

  private void write(UUID id, byte[] bytes) throws IOException {
    try (MediaStore.Draft draft = store().write(ANA, id)) {
      draft.bytes().write(bytes);
      draft.keep();
    }
  }

  private byte[] read(UUID id) throws IOException {
    try (InputStream in = store().read(ANA, id).orElseThrow()) {
      return in.readAllBytes();
    }
  }

  private java.util.List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
