package io.talaria.journey.flow;

import io.temporal.workflow.Workflow;

/**
 * Every change of the flow that running journeys may meet in the middle, with when its old branch
 * may go. A history without the change's marker takes the old branch.
 *
 * <p>The marker costs an event, so ask where the two branches part, not at the run's begin. Never
 * ask in a signal or Update handler, nor within the condition of an await: what stands there isn't
 * replayed at the same place.
 */
enum Versions {
  /**
   * A call for a person, or a STOP, that was written long ago is not confirmed in quiet hours: the
   * person is called, and the journey ended, without a word; before, it was confirmed. Asked only
   * there.
   */
  CALLS_KEEP_QUIET(
      "calls-keep-quiet", 1, "no run is open that began before this build, as with the one below"),
  /**
   * A run goes on in a new one although an alert is under way or messages never stop coming;
   * before, it waited for both to end, and people waited for its timer.
   */
  NEW_RUN_UNDER_LOAD(
      "new-run-under-load",
      1,
      "no run is open that began before this build: each goes on in a new run at about 4,000 events,"
          + " so look for runs that are older than your journeys ever are silent"),
  /**
   * A reminder on the governed queue is dropped when a person speaks; before, it left before or
   * after their words.
   */
  REMINDERS_YIELD(
      "reminders-yield", 1, "no run is open that began before this build, as with the one above"),
  /**
   * A pause is over when its timer has fired, also where the engine's clock was set back meanwhile;
   * before, it was set anew until the clock had caught up. Asked only there.
   */
  PAUSES_END(
      "pauses-end", 1, "no run is open that began before this build, as with the ones above");

  private final String id;
  private final int newest;
  private final String oldBranchMayGoWhen;

  Versions(String id, int newest, String oldBranchMayGoWhen) {
    this.id = id;
    this.newest = newest;
    this.oldBranchMayGoWhen = oldBranchMayGoWhen;
  }

  /** The change's id, as it stands in histories: never renamed. */
  String id() {
    return id;
  }

  /** A sentence for whoever cleans up. */
  String oldBranchMayGoWhen() {
    return oldBranchMayGoWhen;
  }

  /** Whether this run takes the branch of that version, or of a later one. */
  boolean atLeast(int version) {
    return Workflow.getVersion(id, Workflow.DEFAULT_VERSION, newest) >= version;
  }
}
