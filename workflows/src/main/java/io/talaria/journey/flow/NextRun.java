package io.talaria.journey.flow;

import io.talaria.journey.JourneyStart;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a run goes on in a new one, so that nothing is lost: what came was taken in, what was taken
 * in is in the journal, every handler has answered, and no local send is under way, since the main
 * loop is here. Deadlines, alerts and what is on its way to the candidate travel in the state; only
 * a run that is overdue leaves a send on the governed queue, whose key the next run takes up.
 *
 * <p>Never in the task that sent something: a local send isn't durable before its task has ended.
 */
final class NextRun {
  private static final Duration TICK = Duration.ofMillis(1);

  private final JourneyStart start;
  private final Conversation talk;
  private final Mailbox mailbox;
  private final RunLength length;
  private @Nullable Boolean underLoad;
  private @Nullable Promise<Void> tick;

  NextRun(JourneyStart start, Conversation talk, Mailbox mailbox) {
    this.start = start;
    this.talk = talk;
    this.mailbox = mailbox;
    this.length = new RunLength(start.continueAfterEvents());
  }

  /** Whether the run is so long that it doesn't wait for a quiet moment any more. */
  boolean overdue() {
    return length.overdue() && underLoad();
  }

  /** Whether a sleeping run is to wake, in order to go on in a new one. Starts no command. */
  boolean mayBeDue() {
    boolean alertsTravel = underLoad == null || underLoad;
    return length.full()
        && !talk.book().unrecorded()
        && !talk.sends().waiting()
        && (talk.alertsTold() || alertsTravel)
        && Workflow.isEveryHandlerFinished();
  }

  /** The same for a run that is awake. */
  boolean due() {
    return mayBeDue() && (talk.alertsTold() || underLoad());
  }

  /**
   * Goes on in a new run; returns when something came meanwhile that is to be served first, such as
   * the outcome of a send, which the journal is told. The journal is told before what came in;
   * messages that arrive even then travel along, and the next run writes that it has them.
   */
  void begin() {
    if (!underLoad()) {
      beginWhenQuiet();
      return;
    }
    if (talk.book().unrecorded()) {
      talk.book().record(talk.book().state(), List.of());
    }
    awaitNextTask();
    if (mailbox.hasMessagesAtMost()
        && !talk.sends().answered()
        && Workflow.isEveryHandlerFinished()) {
      talk.takeIn();
      Workflow.continueAsNew(start.carrying(talk.book().state(), talk.book().untaken()));
    }
  }

  /**
   * Whatever comes begins another task. The timer is for the case that nothing does; it fires up to
   * a second late, for which nobody is to wait.
   */
  private void awaitNextTask() {
    long now = length.events();
    if (tick == null || tick.isCompleted()) {
      tick = Workflow.newTimer(TICK);
    }
    Promise<Void> ticking = tick;
    talk.book().time().await(() -> ticking.isCompleted() || length.events() > now);
  }

  private void beginWhenQuiet() {
    talk.book().time().await(Workflow.newTimer(TICK)::isCompleted);
    if (!mailbox.hasNews() && !talk.sends().answered() && Workflow.isEveryHandlerFinished()) {
      Workflow.continueAsNew(start.carrying(talk.book().state(), List.of()));
    }
  }

  private boolean underLoad() {
    if (underLoad == null) {
      underLoad = Versions.NEW_RUN_UNDER_LOAD.atLeast(1);
    }
    return underLoad;
  }
}
