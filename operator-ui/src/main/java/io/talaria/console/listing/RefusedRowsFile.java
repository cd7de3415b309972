package io.talaria.console.listing;

import io.talaria.journal.listing.ImportedRow;
import io.talaria.journal.listing.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Refused rows as a file that a spreadsheet opens: UTF-8 with a mark, semicolons. */
final class RefusedRowsFile {
  private static final String MARK = "\uFEFF";

  private RefusedRowsFile() {}

  static byte[] of(List<ImportedRow> rows, Function<@Nullable Refusal, String> sentence) {
    var text = new StringBuilder(MARK).append("line;reference;reason\r\n");
    for (ImportedRow row : rows) {
      text.append(row.line())
          .append(';')
          .append(cell(row.reference() == null ? "" : row.reference()))
          .append(';')
          .append(cell(sentence.apply(row.refusal())))
          .append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What begins like a formula would be run by a spreadsheet; an apostrophe keeps it a text. */
  private static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
