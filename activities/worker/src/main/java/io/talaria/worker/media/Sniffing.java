package io.talaria.worker.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a file is, by its first bytes, whatever anybody says of it; and whether such a file is kept.
 * No programs, no archives, no pages and no drawings that can hold a script (HTML, SVG).
 */
final class Sniffing {
  /** So many first bytes tell what a file is. */
  static final int ENOUGH = 64 * 1024;

  private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png", "image/webp");

  private static final Set<String> DOCUMENTS =
      Set.of(
          "image/jpeg",
          "image/png",
          "image/webp",
          "image/gif",
          "image/heic",
          "image/heif",
          "application/pdf",
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.ms-powerpoint",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet",
          "application/vnd.oasis.opendocument.presentation",
          "application/rtf",
          "text/plain");

  /** Archives by their bytes: the name says which document, and parts of it must be inside. */
  private static final Map<String, String> OFFICE =
      Map.of(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation", "ppt/");

  private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

  private Sniffing() {}

  /**
   * The file's type; empty when such a file isn't kept.
   *
   * @param kind {@code image} or {@code document}
   * @param first its first bytes, {@link #ENOUGH} of them or all
   * @param name as the sender named it
   */
  static Optional<String> of(String kind, byte[] first, @Nullable String name) {
    String type = type(first, kind.equals("image") ? null : name);
    String part = OFFICE.get(type);
    boolean kept =
        kind.equals("image")
            ? IMAGES.contains(type)
            : part == null ? DOCUMENTS.contains(type) : holds(first, part);
    return kept ? Optional.of(type) : Optional.empty();
  }

  private static String type(byte[] first, @Nullable String name) {
    var metadata = new Metadata();
    if (name != null) {
      metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    }
    try {
      return TYPES.detect(new ByteArrayInputStream(first), metadata).getBaseType().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holds(byte[] first, String part) {
    String text = new String(first, StandardCharsets.ISO_8859_1);
    return text.contains(part) || text.contains("[Content_Types].xml");
  }
}
