package io.talaria.dev.storm;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.talaria.dev.storm.JournalReader.Snapshot;
import io.talaria.dev.storm.check.Evidence.RunView;
import io.talaria.dev.storm.check.Evidence.Standing;
import io.talaria.dev.storm.people.Desk;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyIds;
import io.talaria.journey.JourneyState;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.failure.TemporalException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks the engine how each candidate's workflow stands, and the run itself where it is. */
final class Runs {
  private Runs() {}

  /**
   * @param before what the journal showed before
   * @throws SQLException when the journal is away
   */
  static List<RunView> of(Desk desk, JournalReader journal, String prefix, Snapshot before)
      throws SQLException {
    Map<String, @Nullable Standing> told = new HashMap<>();
    before
        .candidates()
        .forEach(
            (number, candidate) -> {
              if (before.open().containsKey(number)) {
                told.put(number, told(desk, candidate));
              }
            });
    Map<String, Standing> after = journal.open(prefix);
    List<RunView> views = new ArrayList<>();
    before
        .candidates()
        .forEach(
            (number, candidate) -> {
              DescribeWorkflowExecutionResponse run = described(desk, candidate);
              views.add(
                  new RunView(
                      number,
                      run != null && isRunning(run),
                      run == null ? 0 : attempt(run),
                      before.open().get(number),
                      told.get(number),
                      after.get(number)));
            });
    return views;
  }

  /** Null when nobody answers for it. */
  private static @Nullable Standing told(Desk desk, UUID candidate) {
    try {
      return standing(
          desk.client()
              .newUntypedWorkflowStub(JourneyIds.workflowId(candidate))
              .query("state", JourneyState.class));
    } catch (TemporalException e) {
      return null;
    }
  }

  private static Standing standing(JourneyState state) {
    Holder holder = state.hold().holder();
    return new Standing(
        state.journeyId(),
        state.generation(),
        state.revision(),
        state.mode().name(),
        holder == null ? null : holder.operatorId().toString(),
        state.talk().stage(),
        state.talk().step());
  }

  private static @Nullable DescribeWorkflowExecutionResponse described(Desk desk, UUID candidate) {
    try {
      return desk.client()
          .getWorkflowServiceStubs()
          .blockingStub()
          .describeWorkflowExecution(
              DescribeWorkflowExecutionRequest.newBuilder()
                  .setNamespace("default")
                  .setExecution(
                      WorkflowExecution.newBuilder()
                          .setWorkflowId(JourneyIds.workflowId(candidate)))
                  .build());
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() != Status.Code.NOT_FOUND) {
        throw e;
      }
      return null;
    }
  }

  private static boolean isRunning(DescribeWorkflowExecutionResponse run) {
    return run.getWorkflowExecutionInfo().getStatus()
        == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
  }

  private static int attempt(DescribeWorkflowExecutionResponse run) {
    return run.hasPendingWorkflowTask() ? run.getPendingWorkflowTask().getAttempt() : 0;
  }
}
