package io.talaria.journal.listing;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * A file of a spreadsheet as text, however it was saved: UTF-8 with or without a mark, or
 * Windows-1252, which Excel writes; with commas, semicolons or tabs.
 */
final class CsvText {
  private static final int PIECE = 64 * 1024;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final Path file;
  private final Charset charset;
  private final int mark;

  private CsvText(Path file, Charset charset, int mark) {
    this.file = file;
    this.charset = charset;
    this.mark = mark;
  }

  /**
   * Reads the file through once to know how it is written.
   *
   * @throws Refused where it isn't text that can be read
   */
  static CsvText of(Path file) throws IOException {
    byte[] head;
    try (InputStream bytes = Files.newInputStream(file)) {
      head = bytes.readNBytes(4);
    }
    if (head.length == 0) {
      throw new Refused(Refusal.of("empty"));
    }
    if (begins(head, 'P', 'K', 3, 4) || begins(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new Refused(Refusal.of("excel"));
    }
    if (begins(head, 0xFF, 0xFE) || begins(head, 0xFE, 0xFF)) {
      throw new Refused(Refusal.of("utf16"));
    }
    int mark = begins(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    int windowsOnly = lineThatIsNotUtf8(file);
    if (windowsOnly == 0) {
      return new CsvText(file, StandardCharsets.UTF_8, mark);
    }
    if (mark > 0) {
      throw new Refused(Refusal.of("encoding", windowsOnly));
    }
    return new CsvText(file, WINDOWS, 0);
  }

  Charset charset() {
    return charset;
  }

  /**
   * @param counted hears of bytes as they are read
   */
  BufferedReader open(IntConsumer counted) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    bytes.skipNBytes(mark);
    return new BufferedReader(new InputStreamReader(new Counted(bytes, counted), charset), PIECE);
  }

  /** The sign between cells: the one that the header has most of, outside of quotes. */
  char separator() throws IOException {
    try (BufferedReader reader = open(bytes -> {})) {
      String header =
          Stream.generate(() -> line(reader)).filter(l -> !l.isBlank()).findFirst().orElse("");
      String bare = header.replaceAll("\"[^\"]*\"", "");
      char best = ',';
      for (char candidate : new char[] {';', '\t'}) {
        if (count(bare, candidate) > count(bare, best)) {
          best = candidate;
        }
      }
      return best;
    }
  }

  private static String line(BufferedReader reader) {
    try {
      String line = reader.readLine();
      if (line == null) {
        throw new Refused(Refusal.of("empty"));
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long count(String text, char sign) {
    return text.chars().filter(c -> c == sign).count();
  }

  /** 0 where all of it is UTF-8. What has bytes that no text has is refused. */
  private static int lineThatIsNotUtf8(Path file) throws IOException {
    int line = 0;
    int strange = 0;
    int first = 0;
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), PIECE)) {
      var row = new ByteArrayOutputStream();
      int next;
      do {
        next = bytes.read();
        if (next == 0) {
          throw new Refused(Refusal.of("binary", line + 1));
        }
        if (next == '\n' || next < 0) {
          line++;
          if (!utf8(row.toByteArray()) && first == 0) {
            first = line;
          }
          row.reset();
        } else {
          // These stand for nothing in Windows-1252.
          if (next == 0x81 || next == 0x8D || next == 0x8F || next == 0x90 || next == 0x9D) {
            strange = strange == 0 ? line + 1 : strange;
          }
          row.write(next);
        }
      } while (next >= 0);
    }
    if (first > 0 && strange > 0) {
      throw new Refused(Refusal.of("encoding", first));
    }
    return first;
  }

  private static boolean utf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean begins(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static final class Counted extends FilterInputStream {
    private final IntConsumer counted;

    Counted(InputStream bytes, IntConsumer counted) {
      super(bytes);
      this.counted = counted;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      if (read > 0) {
        counted.accept(read);
      }
      return read;
    }
  }
}
