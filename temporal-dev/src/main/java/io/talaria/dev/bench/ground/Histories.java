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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

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

  /**
   * When the journey first ordered a remote activity after this time, counted from then; a journey
   * that was told something later than that is counted from when it was told.
   */
  public Optional<Duration> firstActivityAfter(UUID candidateId, Instant due) {
    List<HistoryEvent> events = of(candidateId);
    Instant from =
        events.stream()
            .filter(is(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED))
            .map(Histories::at)
            .filter(due::isBefore)
            .reduce(due, (one, other) -> other);
    return events.stream()
        .filter(is(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED))
        .map(Histories::at)
        // The server's clock and timers are whole milliseconds.
        .filter(at -> !at.isBefore(due.minusSeconds(1)))
        .findFirst()
        .map(at -> at.isBefore(from) ? Duration.ZERO : Duration.between(from, at));
  }

  private static Predicate<HistoryEvent> is(EventType type) {
    return event -> event.getEventType() == type;
  }

  private static Instant at(HistoryEvent event) {
    return Instant.ofEpochSecond(
        event.getEventTime().getSeconds(), event.getEventTime().getNanos());
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
