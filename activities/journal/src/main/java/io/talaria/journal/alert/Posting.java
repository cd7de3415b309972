package io.talaria.journal.alert;

/** What the journal says to somebody who wants to tell the team. */
public enum Posting {
  /** Tell it now. */
  FIRST,
  /** Tell it once more, marked as such: nobody knows whether the first arrived. */
  AGAIN,
  /** Told, seen, over, refused, or told twice: nothing to do. */
  DONE,
  /** Somebody else is telling it, or died doing so: ask later. */
  LATER
}
