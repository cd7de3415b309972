package io.talaria.dev.bench.ground;

import com.google.protobuf.ByteString;
import io.talaria.journey.JourneyIds;
import io.temporal.api.common.v1.WorkflowExecution;
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
   * When the journey had decided what was due at this time, counted from then: when the first task
   * ended that began then, whatever woke it. A journey that was told something later than that is
   * counted from when it was told.
   */
  public Optional<Duration> decidedAfter(UUID candidateId, Instant due) {
    Instant from = due;
    boolean awake = false;
    for (HistoryEvent event : of(candidateId)) {
      Instant at = at(event);
      if (event.hasWorkflowExecutionSignaledEventAttributes() && at.isAfter(due)) {
        from = awake ? from : at;
        awake = true;
      } else if (event.hasWorkflowTaskStartedEventAttributes()
          && !at.isBefore(due.minusMillis(1))) {
        awake = true;
      } else if (awake && event.hasWorkflowTaskCompletedEventAttributes()) {
        return Optional.of(at.isBefore(from) ? Duration.ZERO : Duration.between(from, at));
      }
    }
    return Optional.empty();
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
