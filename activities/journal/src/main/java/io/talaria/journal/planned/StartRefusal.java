package io.talaria.journal.planned;

/** Why a start isn't planned, changed or cancelled. */
public enum StartRefusal {
  /** No such business number in this account. */
  UNKNOWN_NUMBER,
  /** Another system speaks at the number: Talaria only looks on. */
  WATCHED,
  /** No definition of this name is published. */
  UNKNOWN_DEFINITION,
  /** The definition has no template: nothing reaches somebody who hasn't written. */
  NO_TEMPLATE,
  /** The time lies behind. */
  PAST,
  /** The time is more than a year ahead. */
  TOO_FAR,
  /** The candidate wants no messages. */
  OPTED_OUT,
  /** The candidate has an open journey. */
  JOURNEY_OPEN,
  /** Another start of this candidate is planned: change that one. */
  PLANNED_ALREADY,
  /** The id belongs to another start. */
  ID_TAKEN,
  /** There is no such start. */
  UNKNOWN,
  /** It has begun, was cancelled, or is void. */
  SETTLED,
  /** Somebody else planned another time for it since the caller looked. */
  CHANGED
}
