package io.talaria.worker.interleaving.temporal;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.protocol.v1.Message;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueResponse;
import java.util.List;

/**
 * Gives a task's Updates the place that a real server gives them, behind its last event before the
 * start. When a signal comes after a task was scheduled, the time-skipping server tells that place
 * one event too early, and in history the right one: the worker would take the Update in before the
 * signal, and after it when it replays. See
 * https://github.com/temporalio/temporal/blob/v1.31.2/service/history/workflow/update/registry.go.
 */
final class UpdatesAfterSignals implements ClientInterceptor {
  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              @SuppressWarnings("unchecked")
              public void onMessage(A message) {
                super.onMessage(
                    message instanceof PollWorkflowTaskQueueResponse task
                        ? (A) inPlace(task)
                        : message);
              }
            },
            headers);
      }
    };
  }

  private static PollWorkflowTaskQueueResponse inPlace(PollWorkflowTaskQueueResponse task) {
    List<HistoryEvent> events = task.getHistory().getEventsList();
    boolean started =
        !events.isEmpty()
            && events.getLast().getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED;
    if (!started || task.getMessagesCount() == 0) {
      return task;
    }
    long before = events.getLast().getEventId() - 1;
    List<Message> updates =
        task.getMessagesList().stream()
            .map(update -> update.toBuilder().setEventId(before).build())
            .toList();
    return task.toBuilder().clearMessages().addAllMessages(updates).build();
  }
}
