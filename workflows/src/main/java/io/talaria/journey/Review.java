package io.talaria.journey;

import io.talaria.definition.Plan;
import io.talaria.port.Proposal;
import io.talaria.port.Turn.Reason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of the bot's was put before recruiters before it may leave. It travels with the state, so
 * that whoever goes on with the journey waits on.
 *
 * @param versions so many proposals of this journey were put before recruiters
 * @param waiting the one that waits; null when none does
 * @param decided what became of the one before; null before the first
 */
public record Review(int versions, @Nullable Waiting waiting, @Nullable Decided decided) {

  /**
   * A proposal that nobody has decided about.
   *
   * @param version its number; a proposal that takes its place has a higher one
   * @param key of its turn, which nobody claims before it may leave
   * @param below the least confidence that needs no review; null when a step in it is marked
   * @param since when it was proposed
   * @param until when somebody should have decided
   * @param then what becomes of it when nobody has
   */
  public record Waiting(
      int version,
      String key,
      Reason reason,
      Proposal proposal,
      @Nullable Double below,
      Instant since,
      Instant until,
      Plan.Overdue then) {}

  /**
   * What became of a proposal.
   *
   * @param operatorId who decided, or took the journey over; null when nobody did
   * @param note of whoever decided
   */
  public record Decided(
      int version,
      Fate fate,
      @Nullable UUID operatorId,
      @Nullable String operatorName,
      Instant at,
      @Nullable String note) {}

  /** How a review ends. */
  public enum Fate {
    /** A recruiter let it leave as it was. */
    APPROVED,
    /** A recruiter let it leave with other words. */
    EDITED,
    /** A recruiter kept it back: a person is called. */
    REJECTED,
    /** Nobody decided in time: it left. */
    OVERDUE_SENT,
    /** Nobody decided in time: it wasn't said. */
    OVERDUE_DROPPED,
    /** Nobody decided in time: a person was called. */
    OVERDUE_HUMAN,
    /**
     * The candidate wrote meanwhile, or was answered: another proposal takes its place, or none.
     */
    OUTDATED,
    /** The service window closed: free text can't reach the candidate any more. */
    WINDOW_CLOSED,
    /** A person took the journey over. */
    TAKEN_OVER,
    /** A person was called for another reason. */
    PERSON_CALLED,
    /** The journey ended. */
    ENDED
  }
}
