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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What Temporal keeps of journeys. */
public final class Histories implements AutoCloseable {
  private final WorkflowServiceStubs stubs;

  Histories(String target) {
    this.stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
  }

  /** The types of all events of a candidate's newest run, in order. */
  public List<EventType> of(UUID candidateId) {
    List<EventType> types = new ArrayList<>();
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
      answer.getHistory().getEventsList().stream()
          .map(HistoryEvent::getEventType)
          .forEach(types::add);
      page = answer.getNextPageToken();
    } while (!page.isEmpty());
    return types;
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
