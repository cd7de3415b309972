package io.talaria.journal.journey;

/** What became of a journey's write. */
public enum Written {
  /** It is the newest state now. */
  NEWEST,
  /** The same was written before. */
  SAME,
  /** A newer run has the journey; nothing changed, and nothing more is to be done. */
  OVERTAKEN,
  /**
   * An attempt of the same workflow task wrote this revision, or a later one, before it died, and
   * decided otherwise. Only taken-in marks were set: the workflow writes again, one revision on.
   */
  BEHIND;

  /** Whether the workflow has nothing more to write. */
  public boolean settled() {
    return this != BEHIND;
  }
}
