package io.talaria.dev.bench.bare;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow that answers each signal with three local activities, and does nothing else. */
@WorkflowInterface
public interface BareJourney {
  @WorkflowMethod
  void run();

  @SignalMethod
  void messageReceived(String id);
}
