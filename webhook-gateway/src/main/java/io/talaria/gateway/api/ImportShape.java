package io.talaria.gateway.api;

import io.talaria.journal.listing.ImportProgress;
import io.talaria.journal.listing.ImportedRow;
import io.talaria.journal.listing.Listings.Outcome;
import io.talaria.journal.listing.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An import as the API shows it.
 *
 * @param share how much of the file was read, 0 to 1
 * @param report a page of it
 * @param next what {@code after} is for the next page; null on the last
 */
record ImportShape(
    UUID id,
    String file,
    ImportProgress.State state,
    @Nullable Problem problem,
    double share,
    @Nullable String encoding,
    int rows,
    int created,
    int changed,
    int unchanged,
    int refused,
    int closed,
    Instant startedAt,
    @Nullable Instant endedAt,
    List<Row> report,
    @Nullable Integer next) {

  /** What became of a row. */
  record Row(int line, @Nullable String reference, Outcome outcome, @Nullable Problem problem) {}

  /** A code and its sentence. */
  record Problem(String code, String detail) {}

  static ImportShape of(
      ImportProgress progress,
      List<ImportedRow> page,
      boolean more,
      Function<Refusal, String> sentence) {
    return new ImportShape(
        progress.id(),
        progress.fileName(),
        progress.state(),
        problem(progress.problem(), sentence),
        progress.share(),
        progress.encoding(),
        progress.rowsRead(),
        progress.created(),
        progress.changed(),
        progress.unchanged(),
        progress.refused(),
        progress.closed(),
        progress.startedAt(),
        progress.endedAt(),
        page.stream().map(row -> row(row, sentence)).toList(),
        more ? (Integer) page.getLast().line() : null);
  }

  private static Row row(ImportedRow row, Function<Refusal, String> sentence) {
    return new Row(row.line(), row.reference(), row.outcome(), problem(row.refusal(), sentence));
  }

  private static @Nullable Problem problem(
      @Nullable Refusal refusal, Function<Refusal, String> sentence) {
    return refusal == null ? null : new Problem(refusal.code(), sentence.apply(refusal));
  }
}
