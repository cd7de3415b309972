package io.talaria.port;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What became of a journey's write. */
public enum Written {
  /** It is the newest state now. */
  NEWEST,
  /** The same was written before. */
  SAME,
  /**
   * The journal went on without this run: another run opened the journey, or this one's history is
   * older than the journal. Nothing changed. A run that Temporal holds for the current one goes on
   * from the journal in a new run.
   */
  OVERTAKEN,
  /**
   * An attempt of the same workflow task wrote this revision, or a later one, before it died, and
   * decided otherwise. Only taken-in marks were set: the workflow writes again, one revision on.
   */
  BEHIND,
  /**
   * A later attempt of the same workflow task has written: the engine gave this one up, perhaps
   * while its process was frozen, and nothing that it decides counts. Nothing changed.
   */
  LATE;

  /** Whether the journal shows what was to be written. */
  public boolean stands() {
    return this == NEWEST || this == SAME;
  }

  /** Histories of before tell only whether there was something left to write. */
  @JsonCreator
  static Written told(Object told) {
    return told instanceof Boolean done ? (done ? NEWEST : BEHIND) : valueOf(told.toString());
  }
}
