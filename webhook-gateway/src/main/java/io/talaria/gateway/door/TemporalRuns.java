package io.talaria.gateway.door;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.talaria.journey.CandidateJourney;
import io.talaria.journey.JourneyIds;
import io.talaria.journey.JourneyStart;
import io.talaria.journey.JourneyState;
import io.talaria.journey.PlanChosen;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at runs in a Temporal cluster, and begins those that go on with a lost one's journey. */
@Component
public class TemporalRuns implements JourneyRuns {
  private static final Logger log = LoggerFactory.getLogger(TemporalRuns.class);

  /** A task that died with its worker is given out once more; more is a fault of its own. */
  private static final int FAILING_FROM = 3;

  private final WorkflowClient client;
  private final RunSettings settings;

  TemporalRuns(WorkflowClient client, RunSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  @Override
  public Run look(UUID candidateId) {
    try {
      DescribeWorkflowExecutionResponse found =
          client
              .getWorkflowServiceStubs()
              .blockingStub()
              .describeWorkflowExecution(
                  DescribeWorkflowExecutionRequest.newBuilder()
                      .setNamespace(client.getOptions().getNamespace())
                      .setExecution(
                          WorkflowExecution.newBuilder()
                              .setWorkflowId(JourneyIds.workflowId(candidateId)))
                      .build());
      var info = found.getWorkflowExecutionInfo();
      if (info.getStatus() != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
        return new Run(Standing.NONE, null);
      }
      boolean failing = found.getPendingWorkflowTask().getAttempt() >= FAILING_FROM;
      return new Run(failing ? Standing.FAILING : Standing.RUNNING, info.getExecution().getRunId());
    } catch (StatusRuntimeException e) {
      // A namespace that is missing also answers NOT_FOUND; that journeys are gone it does not say.
      boolean noRun =
          e.getStatus().getCode() == Status.Code.NOT_FOUND
              && !String.valueOf(e.getStatus().getDescription()).startsWith("Namespace");
      return new Run(noRun ? Standing.NONE : Standing.AWAY, null);
    }
  }

  @Override
  public Begun goOn(JourneyStart start, @Nullable String instead) {
    String id = JourneyIds.workflowId(start.candidateId());
    try {
      if (instead != null) {
        terminate(id, instead);
      }
      String begun =
          start.planned() == null
              ? "Goes on with journey %s, whose run was lost.".formatted(start.left())
              : "Begins as planned by start %s.".formatted(start.planned());
      CandidateJourney journey =
          client.newWorkflowStub(CandidateJourney.class, RunOptions.of(start, begun).build());
      WorkflowClient.start(journey::run, settings.of(start));
      return Begun.BEGUN;
    } catch (WorkflowExecutionAlreadyStarted e) {
      return Begun.RUNS_ALREADY;
    } catch (RuntimeException e) {
      log.warn(
          "Temporal did not begin a run for the journey of candidate {}: {}",
          start.candidateId(),
          e.getClass().getSimpleName());
      return Begun.AWAY;
    }
  }

  @Override
  public Reached planChosen(UUID candidateId, PlanChosen chosen) {
    CandidateJourney journey =
        client.newWorkflowStub(CandidateJourney.class, JourneyIds.workflowId(candidateId));
    return switch (TemporalDoor.tell(candidateId, () -> journey.planChosen(chosen))) {
      case HEARD -> Reached.HEARD;
      case NOBODY -> Reached.NOBODY;
      case AWAY -> Reached.AWAY;
    };
  }

  @Override
  public Optional<JourneyState> state(UUID candidateId) {
    CandidateJourney journey =
        client.newWorkflowStub(CandidateJourney.class, JourneyIds.workflowId(candidateId));
    try {
      return Optional.of(journey.state());
    } catch (RuntimeException e) {
      log.warn(
          "The run of candidate {} does not tell its state: {}",
          candidateId,
          e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  @Override
  public Iterable<UUID> running() {
    return () ->
        client
            .listExecutions("WorkflowType = 'CandidateJourney' and ExecutionStatus = 'Running'")
            .map(found -> found.getExecution().getWorkflowId())
            .filter(JourneyIds::isJourney)
            .map(JourneyIds::candidateId)
            .iterator();
  }

  private void terminate(String workflowId, String runId) {
    try {
      client
          .newUntypedWorkflowStub(workflowId, Optional.of(runId), Optional.empty())
          .terminate(
              "goes on in a new run from its state in the journal, or ended and begins anew");
    } catch (WorkflowNotFoundException gone) {
      log.debug("Run {} of {} has ended meanwhile", runId, workflowId);
    }
  }
}
