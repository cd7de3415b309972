package io.talaria.worker.interleaving.temporal;

import io.talaria.journey.JourneyIds;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.rule.Arrivals;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.common.WorkflowExecutionHistory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What must hold of a life when all is calm. */
final class Verdict {
  private final Life life;
  private final KeptHistories histories = new KeptHistories();

  Verdict(Life life) {
    this.life = life;
  }

  /**
   * Everything that doesn't hold is told to the life's evidence; the histories of such a life are
   * kept for whoever looks into it.
   */
  void ofLife(WorkflowClient client) {
    ofRuns(client);
    ofRows();
    if (!life.evidence.ledger.faults.isEmpty()) {
      histories.keep(life.seed);
    }
  }

  private void ofRows() {
    synchronized (life) {
      if (!life.people.areDone()) {
        fault("somebody was never answered");
      }
      JourneyState state = life.rows.left();
      if (state == null) {
        fault("the journey never began");
        return;
      }
      ofState(state);
      life.evidence.written.forEach(message -> ofMessage(state, message));
    }
  }

  private void ofState(JourneyState state) {
    boolean held = state.hold().holder() != null;
    if (life.rows.brake().held() != held) {
      fault("brake and journey disagree about who may speak");
    }
    if (isTheBots(state) && !state.inbox().open().isEmpty()) {
      fault("the bot has it and answers nothing");
    }
  }

  private static boolean isTheBots(JourneyState state) {
    return state.hold().holder() == null && state.needsHuman() == null && !state.over();
  }

  private void ofMessage(JourneyState state, MessageReceived message) {
    int answers = life.evidence.answeredBy.getOrDefault(message.seq(), Set.of()).size();
    if (answers > 1) {
      fault("message %d was answered %d times".formatted(message.seq(), answers));
    }
    if (!Arrivals.seen(state.inbox(), message)) {
      fault("message %d was never taken in".formatted(message.seq()));
    }
    boolean onlyTheBot = isTheBots(state) && !life.evidence.aPersonSpoke && !life.rows.anyRefused();
    if (onlyTheBot && answers == 0) {
      fault("message %d was never answered".formatted(message.seq()));
    }
  }

  /** Of a task that is tried again only the first failure is in history. */
  private void ofRuns(WorkflowClient client) {
    Set<String> seen = new LinkedHashSet<>();
    Set<String> begun;
    synchronized (life) {
      begun = Set.copyOf(life.evidence.runs);
    }
    for (String first : begun) {
      for (String run = first; run != null && !run.isEmpty() && seen.add(run); ) {
        WorkflowExecutionHistory history =
            client.fetchHistory(JourneyIds.workflowId(life.candidate), run);
        List<HistoryEvent> events = history.getEvents();
        events.forEach(this::ofEvent);
        histories.add(history);
        run =
            events
                .getLast()
                .getWorkflowExecutionContinuedAsNewEventAttributes()
                .getNewExecutionRunId();
      }
    }
  }

  private void ofEvent(HistoryEvent event) {
    if (event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED) {
      fault("a run failed");
    }
    if (event.hasWorkflowTaskFailedEventAttributes()) {
      var cause = event.getWorkflowTaskFailedEventAttributes().getCause();
      if (cause == WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR) {
        fault("a task failed: " + cause);
      }
    }
  }

  private void fault(String what) {
    synchronized (life) {
      life.evidence.fault(what);
    }
  }
}
