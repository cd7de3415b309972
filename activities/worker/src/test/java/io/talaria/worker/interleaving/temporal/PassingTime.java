package io.talaria.worker.interleaving.temporal;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.temporal.api.testservice.v1.TestServiceGrpc;
import io.temporal.api.testservice.v1.UnlockTimeSkippingRequest;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Time that passes on the time-skipping server, also where the server has forgotten to let its
 * clock go: it holds it for each activity, and keeps it when the run ends or goes on before the
 * activity does. Then nobody hears anything from the server any more, and one lock is given back.
 */
final class PassingTime implements ClientInterceptor {
  /** Of this machine's time. What is under way here takes milliseconds. */
  private static final Duration STILL = Duration.ofSeconds(5);

  private volatile long heardAt = System.nanoTime();

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> listener, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(listener) {
              @Override
              public void onMessage(A message) {
                heardAt = System.nanoTime();
                super.onMessage(message);
              }
            },
            headers);
      }
    };
  }

  /** Returns when so much of the server's time has passed. */
  void pass(TestWorkflowEnvironment env, Duration time, ExecutorService calls)
      throws InterruptedException {
    heardAt = System.nanoTime();
    Future<?> passing = calls.submit(() -> env.sleep(time));
    while (!isOver(passing)) {
      if (System.nanoTime() - heardAt > STILL.toNanos()) {
        TestServiceGrpc.newBlockingStub(env.getWorkflowServiceStubs().getRawChannel())
            .unlockTimeSkipping(UnlockTimeSkippingRequest.getDefaultInstance());
        heardAt = System.nanoTime();
      }
    }
  }

  private static boolean isOver(Future<?> passing) throws InterruptedException {
    try {
      passing.get(STILL.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Time does not pass", e.getCause());
    }
  }
}
