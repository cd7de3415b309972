package io.talaria.journey;

/** Types of the {@code ApplicationFailure} with which an Update is refused. */
public enum Refusal {
  /** Its run has not opened the journey yet: the same request may be accepted a moment later. */
  NOT_BEGUN,
  /** The journey has ended. */
  ENDED,
  /** Somebody else holds it; the message names who and since when. */
  HELD,
  /** The caller does not hold it. */
  NOT_HOLDER,
  /** The caller's hold that was to be given back is over; this one began after it. */
  NEWER_HOLD,
  /** Free text can't reach the candidate now. */
  WINDOW_CLOSED,
  /** Empty, too long, or a send that is not uncertain. */
  INVALID,
  /** What was to be reviewed is decided, or another proposal has taken its place. */
  OUTDATED,
  /** The candidate asked not to be written to. */
  OPTED_OUT,
  /** Another system speaks to the candidate; Talaria only looks on. */
  WATCHED,
  /** The candidate objected to a machine's decision: it goes back with a person's only. */
  DECISION_OWED,
  /** Nothing that the team was told of this journey lasts: there is nothing to acknowledge. */
  NOTHING_TOLD
}
