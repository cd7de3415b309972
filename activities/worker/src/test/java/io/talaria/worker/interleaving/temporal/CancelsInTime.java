package io.talaria.worker.interleaving.temporal;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.stub.ClientCalls;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueResponse;
import io.temporal.api.workflowservice.v1.RespondActivityTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.RespondActivityTaskFailedRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskFailedRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.Set;

/**
 * Keeps from the time-skipping server what only a real one takes. Asked to cancel an activity that
 * has ended meanwhile, it refuses the task when it has done half of it, and stands still; asked to
 * cancel one between two attempts, it never skips time again. Such a task is lost here, as if its
 * worker had died, and given again with what has come since. An activity that is under way doesn't
 * end before its cancellation has been taken.
 */
final class CancelsInTime implements ClientInterceptor {
  private final Attempts attempts = new Attempts();

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new Watched<>(next.newCall(method, options), options, next);
  }

  private final class Watched<Q, A> extends SimpleForwardingClientCall<Q, A> {
    private final CallOptions options;
    private final Channel server;
    private volatile Set<RemoteActivity> cancelled = Set.of();
    private volatile boolean lost;

    Watched(ClientCall<Q, A> call, CallOptions options, Channel server) {
      super(call);
      this.options = options;
      this.server = server;
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
      super.start(
          new SimpleForwardingClientCallListener<>(listener) {
            @Override
            public void onMessage(A message) {
              if (message instanceof PollActivityTaskQueueResponse given
                  && !given.getTaskToken().isEmpty()) {
                attempts.begins(RemoteActivity.ofTask(given.getTaskToken()));
              }
              super.onMessage(message);
            }

            @Override
            public void onClose(Status status, Metadata trailers) {
              attempts.areCancelled(cancelled);
              super.onClose(lost ? Status.NOT_FOUND : status, trailers);
            }
          },
          headers);
    }

    @Override
    public void sendMessage(Q message) {
      switch (message) {
        case RespondActivityTaskCompletedRequest done ->
            attempts.ends(RemoteActivity.ofTask(done.getTaskToken()));
        case RespondActivityTaskFailedRequest failed ->
            attempts.ends(RemoteActivity.ofTask(failed.getTaskToken()));
        case RespondWorkflowTaskCompletedRequest done -> cancels(done);
        default -> {}
      }
      if (!lost) {
        super.sendMessage(message);
      }
    }

    private void cancels(RespondWorkflowTaskCompletedRequest done) {
      Set<RemoteActivity> those = RemoteActivity.cancelledBy(done);
      if (attempts.cancels(those)) {
        cancelled = those;
        return;
      }
      lost = true;
      ClientCalls.blockingUnaryCall(
          server,
          WorkflowServiceGrpc.getRespondWorkflowTaskFailedMethod(),
          options,
          RespondWorkflowTaskFailedRequest.newBuilder()
              .setNamespace(done.getNamespace())
              .setTaskToken(done.getTaskToken())
              .setCause(
                  WorkflowTaskFailedCause
                      .WORKFLOW_TASK_FAILED_CAUSE_WORKFLOW_WORKER_UNHANDLED_FAILURE)
              .build());
      cancel("The task is lost", null);
    }

    @Override
    public void halfClose() {
      if (!lost) {
        super.halfClose();
      }
    }
  }
}
