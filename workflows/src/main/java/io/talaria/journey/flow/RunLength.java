package io.talaria.journey.flow;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;

/**
 * How long a run may grow. A history of 51,200 events or 50 MB would be ended by the server, and a
 * long one is slow to replay.
 */
final class RunLength {
  /** The server suggests a new run at 4,096 events or 4 MB; twice of it is the bound. */
  private static final long BOUND_EVENTS = 8_192;

  private static final long BOUND_BYTES = 8L * 1024 * 1024;

  private final int setting;

  /**
   * @param setting events that end a run; 0 leaves it to the server's suggestion
   */
  RunLength(int setting) {
    this.setting = setting;
  }

  /** The length when the present task began: another number is another task. */
  long events() {
    return Workflow.getInfo().getHistoryLength();
  }

  /** Whether to go on in a new run at the next quiet moment. */
  boolean full() {
    WorkflowInfo info = Workflow.getInfo();
    return setting > 0 ? info.getHistoryLength() >= setting : info.isContinueAsNewSuggested();
  }

  /** Whether to go on in a new run although no quiet moment comes. */
  boolean overdue() {
    WorkflowInfo info = Workflow.getInfo();
    return setting > 0
        ? info.getHistoryLength() >= 2L * setting
        : info.getHistoryLength() >= BOUND_EVENTS || info.getHistorySize() >= BOUND_BYTES;
  }
}
