package io.talaria.journey.scenario;

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
import io.temporal.api.testservice.v1.TestServiceGrpc;
import io.temporal.api.testservice.v1.UnlockTimeSkippingRequest;

/**
 * Keeps the time-skipping server's clock going. An activity holds it from its start to its end, and
 * the server forgets to let go when the run has ended meanwhile: it refuses the activity's result,
 * and its time would stand still for every other story. A run may end so at any time; it is
 * terminated, or goes on in a new one while an alert is under way.
 */
final class ForgottenLocks implements ClientInterceptor {
  /** As the server says that the run to which a result belongs has ended. */
  private static final String RUN_HAS_ENDED = "Completed workflow";

  @Override
  public <I, O> ClientCall<I, O> interceptCall(
      MethodDescriptor<I, O> method, CallOptions options, Channel server) {
    ClientCall<I, O> call = server.newCall(method, options);
    if (!method.getBareMethodName().startsWith("RespondActivityTask")) {
      return call;
    }
    return new SimpleForwardingClientCall<>(call) {
      @Override
      public void start(Listener<O> listener, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                if (RUN_HAS_ENDED.equals(status.getDescription())) {
                  letGo(server, options);
                }
                super.onClose(status, trailers);
              }
            },
            headers);
      }
    };
  }

  private static void letGo(Channel server, CallOptions options) {
    ClientCalls.futureUnaryCall(
        server.newCall(TestServiceGrpc.getUnlockTimeSkippingMethod(), options),
        UnlockTimeSkippingRequest.getDefaultInstance());
  }
}
