package io.talaria.dev.storm;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.talaria.dev.storm.check.Evidence.RunView;
import io.talaria.journey.JourneyIds;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks the engine how each candidate's workflow stands. */
final class Runs {
  private Runs() {}

  static List<RunView> of(WorkflowServiceStubs stubs, Map<String, UUID> candidates) {
    List<RunView> views = new ArrayList<>();
    candidates.forEach(
        (number, candidate) -> {
          try {
            DescribeWorkflowExecutionResponse run =
                stubs
                    .blockingStub()
                    .describeWorkflowExecution(
                        DescribeWorkflowExecutionRequest.newBuilder()
                            .setNamespace("default")
                            .setExecution(
                                WorkflowExecution.newBuilder()
                                    .setWorkflowId(JourneyIds.workflowId(candidate)))
                            .build());
            views.add(
                new RunView(
                    number,
                    run.getWorkflowExecutionInfo().getStatus()
                        == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING,
                    run.hasPendingWorkflowTask() ? run.getPendingWorkflowTask().getAttempt() : 0));
          } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.NOT_FOUND) {
              throw e;
            }
            views.add(new RunView(number, false, 0));
          }
        });
    return views;
  }
}
