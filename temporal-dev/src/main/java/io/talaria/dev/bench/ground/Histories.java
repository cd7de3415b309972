package io.talaria.dev.bench.ground;

import com.google.protobuf.ByteString;
import io.talaria.journey.JourneyIds;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetClusterInfoRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What Temporal keeps of journeys. */
public final class Histories implements AutoCloseable {
  private final WorkflowServiceStubs stubs;

  Histories(String target) {
    this.stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
  }

  /** All events of a candidate's newest run, in order. */
  public List<HistoryEvent> of(UUID candidateId) {
    List<HistoryEvent> events = new ArrayList<>();
    ByteString page = ByteString.EMPTY;
    do {
      var answer =
          stubs
              .blockingStub()
              .getWorkflowExecutionHistory(
                  GetWorkflowExecutionHistoryRequest.newBuilder()
                      .setNamespace("default")
                      .setExecution(
                          WorkflowExecution.newBuilder()
                              .setWorkflowId(JourneyIds.workflowId(candidateId)))
                      .setNextPageToken(page)
                      .build());
      events.addAll(answer.getHistory().getEventsList());
      page = answer.getNextPageToken();
    } while (!page.isEmpty());
    return events;
  }

  /** When the journey first ordered a remote activity after this time. */
  public Optional<Instant> firstActivityAfter(UUID candidateId, Instant time) {
    return of(candidateId).stream()
        .filter(event -> event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)
        .map(HistoryEvent::getEventTime)
        .map(at -> Instant.ofEpochSecond(at.getSeconds(), at.getNanos()))
        .filter(at -> at.isAfter(time))
        .findFirst();
  }

  public String serverVersion() {
    return stubs
        .blockingStub()
        .getClusterInfo(GetClusterInfoRequest.getDefaultInstance())
        .getServerVersion();
  }

  @Override
  public void close() {
    stubs.shutdownNow();
  }
}
