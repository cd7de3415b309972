package io.talaria.journal.journey;

/** What became of a journey's write. */
public enum Written {
  /** It is the newest state now. */
  NEWEST,
  /** The same was written before. */
  SAME,
  /** A newer revision or a newer run was there; nothing changed. */
  OLDER,
  /** The same revision was there with other content: an alarm. Only taken-in marks were set. */
  CONFLICT
}
