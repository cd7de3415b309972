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
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskFailedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows which journeys have a task under way.
 *
 * <p>The time-skipping server can't take a task that cancels an activity which has ended meanwhile.
 * A real server has nothing to do then; this one refuses the task, has done half of what it
 * decided, and so refuses its repetition, too. So activities end here between two tasks.
 */
final class TaskWatch implements ClientInterceptor {
  private static final Pattern JOURNEY = Pattern.compile("journey-[0-9a-f-]{36}");
  private static final int MOST_LOOKS = 8_000;

  private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

  /** Returns when this journey has no task under way. */
  void awaitsNoTask(String workflowId) {
    try {
      for (int i = 0; i < MOST_LOOKS && underWay.containsKey(workflowId); i++) {
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether this is its first attempt: a worker keeps silent of the failure of another one. */
  boolean isFirstAttempt(String workflowId) {
    return underWay.getOrDefault(workflowId, 0) == 1;
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    ClientCall<Q, A> call = next.newCall(method, options);
    return String.valueOf(method.getBareMethodName()).contains("WorkflowTask")
        ? new Watched<>(call)
        : call;
  }

  private final class Watched<Q, A> extends SimpleForwardingClientCall<Q, A> {
    Watched(ClientCall<Q, A> call) {
      super(call);
    }

    @Override
    public void sendMessage(Q message) {
      super.sendMessage(message);
      switch (message) {
        case RespondWorkflowTaskCompletedRequest done -> ended(done.getTaskToken().toByteArray());
        case RespondWorkflowTaskFailedRequest failed -> ended(failed.getTaskToken().toByteArray());
        default -> {}
      }
    }

    private void ended(byte[] token) {
      Matcher journey = JOURNEY.matcher(new String(token, StandardCharsets.ISO_8859_1));
      if (journey.find()) {
        underWay.remove(journey.group());
      }
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
      super.start(
          new SimpleForwardingClientCallListener<>(listener) {
            @Override
            public void onMessage(A message) {
              if (message instanceof PollWorkflowTaskQueueResponse given
                  && given.hasWorkflowExecution()) {
                underWay.put(given.getWorkflowExecution().getWorkflowId(), given.getAttempt());
              }
              super.onMessage(message);
            }
          },
          headers);
    }
  }
}
