package io.talaria.journal.listing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes listings in from a CSV file, whose first line names the columns.
 *
 * <p>A row that can't be used is refused with its line and the reason, and the next is read. Each
 * batch is committed with its part of the report, so others see how far it is, and whatever ends it
 * leaves a report of what was taken. The same file again changes nothing, and says so.
 */
@Component
public class ListingImport {
  /** So many rows a file may have. */
  public static final int MOST_ROWS = 200_000;

  private static final Logger log = LoggerFactory.getLogger(ListingImport.class);
  private static final int BATCH = 500;

  private final Listings listings;
  private final Imports imports;
  private final TransactionTemplate transaction;

  ListingImport(Listings listings, Imports imports, TransactionTemplate transaction) {
    this.listings = listings;
    this.imports = imports;
    this.transaction = transaction;
  }

  /**
   * Notes that a file is to be imported; {@link #run} does it.
   *
   * @param askedBy the name of an API client, or of an operator
   * @param closeMissing open listings that the file doesn't name are closed, if it was read to its
   *     end
   */
  public UUID begin(
      UUID accountId, Path file, String fileName, String askedBy, boolean closeMissing)
      throws IOException {
    UUID id = UUID.randomUUID();
    imports.begin(accountId, id, fileName, askedBy, closeMissing, Files.size(file));
    return id;
  }

  /**
   * Reads the file, in batches, until its end. What is wrong with it ends the import, not the
   * caller.
   *
   * @throws RuntimeException where the database doesn't answer; the import then reads as
   *     interrupted
   */
  public void run(UUID accountId, UUID id, Path file, boolean closeMissing) {
    var run = new Run(accountId, id);
    try {
      CsvText text = CsvText.of(file);
      imports.encoded(id, text.charset().name());
      run.read(text);
      transaction.executeWithoutResult(
          status -> {
            if (closeMissing) {
              imports.closeMissing(accountId, id);
            }
            imports.end(id, null);
          });
    } catch (Refused e) {
      imports.end(id, e.refusal());
    } catch (IOException | UncheckedIOException e) {
      log.warn("Import {} broke off after line {}", id, run.line, e);
      imports.end(id, Refusal.of("broken_off", run.line));
    }
    listings.countWords(accountId);
  }

  private final class Run {
    private final UUID accountId;
    private final UUID id;
    private final AtomicLong bytes = new AtomicLong();
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Listing.Said> batch = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final List<ImportedRow> refused = new ArrayList<>();
    private long line;
    private int rows;

    Run(UUID accountId, UUID id) {
      this.accountId = accountId;
      this.id = id;
    }

    void read(CsvText text) throws IOException {
      CSVFormat format =
          CSVFormat.RFC4180
              .builder()
              .setDelimiter(text.separator())
              .setIgnoreEmptyLines(true)
              .setIgnoreSurroundingSpaces(true)
              // What follows a closing quote belongs to its cell, as spreadsheets read it.
              .setTrailingData(true)
              .get();
      try (Reader reader = text.open(bytes::addAndGet);
          CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format).get()) {
        Iterator<CSVRecord> records = parser.iterator();
        if (!next(records, parser)) {
          throw new Refused(Refusal.of("empty"));
        }
        Columns columns = Columns.of(records.next().toList());
        while (next(records, parser)) {
          CSVRecord record = records.next();
          if (++rows > MOST_ROWS) {
            write();
            throw new Refused(Refusal.of("too_many_rows", MOST_ROWS));
          }
          row((int) line, columns, record);
          if (batch.size() + refused.size() >= BATCH) {
            write();
          }
        }
        write();
      }
    }

    /** Sets {@code line} to where the next row begins. */
    private boolean next(Iterator<CSVRecord> records, CSVParser parser) throws IOException {
      long before = parser.getCurrentLineNumber();
      line = before + 1;
      try {
        return records.hasNext();
      } catch (UncheckedIOException e) {
        write();
        throw new Refused(Refusal.of("quote", line, rows));
      }
    }

    private void row(int at, Columns columns, CSVRecord record) {
      List<String> cells = record.toList();
      String reference = null;
      try {
        if (cells.size() != columns.cells()) {
          throw new Refused(Refusal.of("cells", cells.size(), columns.cells()));
        }
        Map<Columns.Column, String> texts = columns.read(cells);
        reference = texts.getOrDefault(Columns.Column.REFERENCE, "");
        Listing.Said said = SaidReader.read(texts);
        Integer first = seen.putIfAbsent(said.reference(), at);
        if (first != null) {
          throw new Refused(Refusal.of("twice", said.reference(), first));
        }
        batch.add(said);
        lines.add(at);
      } catch (Refused e) {
        refused.add(new ImportedRow(at, shown(reference), Listings.Outcome.REFUSED, e.refusal()));
      }
    }

    private static @Nullable String shown(@Nullable String reference) {
      return reference == null || reference.isEmpty() || reference.length() > 100
          ? null
          : reference;
    }

    private void write() {
      if (batch.isEmpty() && refused.isEmpty()) {
        return;
      }
      transaction.executeWithoutResult(
          status -> {
            List<Listings.Outcome> outcomes = listings.putAll(accountId, id, batch);
            var report = new ArrayList<>(refused);
            for (int i = 0; i < batch.size(); i++) {
              report.add(
                  new ImportedRow(lines.get(i), batch.get(i).reference(), outcomes.get(i), null));
            }
            imports.report(accountId, id, report, bytes.get());
          });
      batch.clear();
      lines.clear();
      refused.clear();
    }
  }
}
