package io.talaria.journal.listing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is, or what it came to.
 *
 * @param askedBy the name of an API client, or of an operator
 * @param closeMissing open listings that the file doesn't name are closed at its end
 * @param problem what ended it before its end; null otherwise
 * @param encoding of the file; null until it was looked at
 * @param closed by {@code closeMissing}
 */
public record ImportProgress(
    UUID id,
    String fileName,
    String askedBy,
    boolean closeMissing,
    State state,
    @Nullable Refusal problem,
    @Nullable String encoding,
    long bytesTotal,
    long bytesRead,
    int rowsRead,
    int created,
    int changed,
    int unchanged,
    int refused,
    int closed,
    Instant startedAt,
    @Nullable Instant endedAt) {

  /** Where an import is. */
  public enum State {
    RUNNING,
    DONE,
    /** The file can't be taken, or not to its end; the problem says why. */
    FAILED,
    /** Its process ended, or hasn't moved for two minutes: send the same file again. */
    INTERRUPTED
  }

  /** 0 to 1. */
  public double share() {
    return state == State.DONE || bytesTotal == 0
        ? 1
        : Math.min(1.0, (double) bytesRead / bytesTotal);
  }
}
