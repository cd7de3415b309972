package io.talaria.worker.interleaving.temporal;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows how often a journey's task was tried. */
final class TaskWatch implements ClientInterceptor {
  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

  /** Whether this is its first attempt: a worker keeps silent of the failure of another one. */
  boolean isFirstAttempt(String workflowId) {
    return attempts.getOrDefault(workflowId, 0) == 1;
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        super.start(new Given<>(listener), headers);
      }
    };
  }

  private final class Given<A> extends SimpleForwardingClientCallListener<A> {
    Given(ClientCall.Listener<A> listener) {
      super(listener);
    }

    @Override
    public void onMessage(A message) {
      if (message instanceof PollWorkflowTaskQueueResponse task && task.hasWorkflowExecution()) {
        attempts.put(task.getWorkflowExecution().getWorkflowId(), task.getAttempt());
      }
      super.onMessage(message);
    }
  }
}
