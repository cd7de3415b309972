package io.talaria.journey.flow;

import io.talaria.journey.rule.LaterTemplates;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

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
      "pauses-end", 1, "no run is open that began before this build, as with the ones above"),
  /**
   * A reply that a lost step had begun goes on when a person settles its bubble; before, its rest
   * was never said. Asked only where such a reply is found.
   */
  SETTLED_REPLY_GOES_ON(
      "settled-reply-goes-on",
      1,
      "no run is open that began before this build, as with the ones above"),
  /**
   * A call for a person, or a STOP, that was written long ago is not confirmed in quiet hours: the
   * person is called, and the journey ended, without a word; before, it was confirmed. Asked only
   * there.
   */
  CALLS_KEEP_QUIET(
      "calls-keep-quiet", 1, "no run is open that began before this build, as with the ones above"),
  /**
   * After a hand-back the bot also has a turn where no question is open and it owes the candidate
   * its words; before, it waited for the candidate's. Asked only there.
   */
  UNASKED_RESUMED(
      "unasked-resumed", 1, "no run is open that began before this build, as with the ones above"),
  /**
   * Who asks for a person where another system speaks is told of; before, only that system's report
   * was. Asked only there.
   */
  CALLS_WHILE_WATCHED(
      "calls-while-watched",
      1,
      "no run is open that began before this build, as with the ones above"),
  /**
   * What an appointment of the agenda has the bot say, a planned start's first words among it,
   * waits for its turn on the governed queue; before, it was tried at once, as answers are. Asked
   * only there.
   */
  APPOINTMENTS_WAIT(
      "appointments-wait",
      1,
      "no run is open that began before this build, as with the ones above"),
  /**
   * A template that WhatsApp doesn't let through for now is put off or tried again, and a person
   * hears why; before, a person was called as for any refusal. Asked only there.
   */
  TEMPLATES_LATER(
      "templates-later", 1, "no run is open that began before this build, as with the ones above"),
  /**
   * A send goes on waiting as long as its number is held; before, it gave up after six hours and a
   * person was called. Asked only there.
   */
  HELD_NUMBERS_WAIT(
      "held-numbers-wait",
      1,
      "no run is open that began before this build, as with the ones above"),
  /**
   * A stop, a call for a person and an objection are read with what stands beside them; before, any
   * of the words in a short text called a person, also in the title of a tapped choice, a stop word
   * had to stand all alone, and "I object" counted wherever it stood. Asked only where both
   * readings differ.
   */
  WORDS_IN_CONTEXT(
      "words-in-context", 1, "no run is open that began before this build, as with the ones above"),
  /**
   * A message that did not arrive although WhatsApp had, or perhaps had, accepted it is told to a
   * person, once for each turn; before, only the one that the candidate owed an answer to was, and
   * of a journey that somebody held as if nobody did. Asked only there.
   */
  LATE_FAILURES_ARE_TOLD(
      "late-failures-are-told",
      1,
      "no run is open that began before this build, as with the ones above"),
  /**
   * What recruiters ask is served while a slow bot thinks; before, only a takeover was. Asked only
   * there.
   */
  SERVED_WHILE_THINKING(
      "served-while-thinking",
      1,
      "no run is open that began before this build, as with the ones above"),
  /**
   * Who writes "cancelar" while a meeting stands is asked whether they mean the meeting or all
   * messages; before, it ended the journey as any stop word does. Asked only there.
   */
  CANCELS_ASKED(
      "cancels-asked", 1, "no run is open that began before this build, as with the ones above"),
  /**
   * A reminder of a silence that a person's words have ended isn't said; before, it was when those
   * words had waited on the governed queue as it fell due. Asked only there.
   */
  OLD_REMINDERS_DROP(
      "old-reminders-drop",
      1,
      "no run is open that began before this build, as with the ones above"),
  /**
   * A reminder leaves at once while its number has room, and waits for its turn on the governed
   * queue else; before, it always waited there.
   */
  REMINDERS_AT_ONCE(
      "reminders-at-once",
      1,
      "no run is open that began before this build, as with the ones above"),
  /**
   * A send that meets a brake again which nobody holds goes on under a new epoch; before, it was
   * tried again at once, without end. Asked only there.
   */
  BRAKES_OUTRUN(
      "brakes-outrun", 1, "no run is open that began before this build, as with the ones above"),
  /**
   * A journey that does fifty things without a pause rests; before, it went on until the engine
   * refused its task for its size and ended the run. Asked only there.
   */
  CIRCLES_REST(
      "circles-rest", 1, "no run is open that began before this build, as with the ones above"),
  /**
   * What WhatsApp's limits of unasked messages stop is put off or tried again, and a reminder among
   * it dropped; before, a person was called as for any refusal. Asked only there.
   */
  LIMITS_LATER(
      "limits-later", 1, "no run is open that began before this build, as with the ones above"),
  /**
   * Somebody wakes the journey when it is due, and its timer fires some minutes later; before, it
   * fired at the deadline. Asked only by a run that somebody wakes, at its first long sleep that no
   * earlier timer ends.
   */
  WOKEN_WHEN_DUE(
      "woken-when-due", 1, "no run is open that began before this build, as with the ones above"),
  /**
   * A reminder that waits on the governed queue is dropped when the candidate writes STOP, which is
   * confirmed then, or asked about where it may mean a meeting; before, the journey ended without a
   * word. Asked only there.
   */
  STOPS_OUTRUN(
      "stops-outrun", 1, "no run is open that began before this build, as with the ones above"),
  /**
   * What nobody asked for is called back from the governed queue when quiet hours begin; before, it
   * left at any hour. Asked only where such a send begins to wait.
   */
  QUIET_CALLS_BACK(
      "quiet-calls-back", 1, "no run is open that began before this build, as with the ones above"),
  /**
   * Where the definition has a bubble wait for the arrival of the one before, it also does when a
   * person has sent that one again; before, it left at once. Asked only there.
   */
  AGAIN_ARRIVES(
      "again-arrives", 1, "no run is open that began before this build, as with the ones above");

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

  /**
   * Whether what was refused so is put off or tried again. A worker of before, which a newer one
   * tells of a limit, calls a person: its history must replay so, though it may have met a paused
   * template as well.
   */
  static boolean tryLater(@Nullable String treatment) {
    return (LaterTemplates.isOfLimits(treatment) ? LIMITS_LATER : TEMPLATES_LATER).atLeast(1);
  }

  /** Whether this run takes the branch of that version, or of a later one. */
  boolean atLeast(int version) {
    return Workflow.getVersion(id, Workflow.DEFAULT_VERSION, newest) >= version;
  }
}
