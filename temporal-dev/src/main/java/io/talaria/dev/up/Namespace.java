package io.talaria.dev.up;

import com.google.protobuf.Duration;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The namespace {@code default}, which a whole server, unlike the dev server, doesn't bring. */
final class Namespace {
  private static final String NAME = "default";
  private static final java.time.Duration PATIENCE = java.time.Duration.ofSeconds(90);
  private static final long RETENTION_SECONDS = java.time.Duration.ofDays(30).toSeconds();

  private Namespace() {}

  /** Returns when it can be used: each service learns of a new one a few seconds later. */
  static void register(String target, Runnable meanwhile) {
    WorkflowServiceStubs stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
    try {
      Instant end = Instant.now().plus(PATIENCE);
      while (!registered(stubs) || !usable(stubs)) {
        meanwhile.run();
        if (Instant.now().isAfter(end)) {
          throw new StartFailure(
              "Temporal on %s did not make its namespace usable within %d s"
                  .formatted(target, PATIENCE.toSeconds()));
        }
        TimeUnit.MILLISECONDS.sleep(250);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("Interrupted while Temporal's namespace was made", e);
    } finally {
      stubs.shutdownNow();
    }
  }

  private static boolean registered(WorkflowServiceStubs stubs) {
    try {
      stubs
          .blockingStub()
          .withDeadlineAfter(5, TimeUnit.SECONDS)
          .registerNamespace(
              RegisterNamespaceRequest.newBuilder()
                  .setNamespace(NAME)
                  .setWorkflowExecutionRetentionPeriod(
                      Duration.newBuilder().setSeconds(RETENTION_SECONDS))
                  .build());
      return true;
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode() == Status.Code.ALREADY_EXISTS;
    }
  }

  private static boolean usable(WorkflowServiceStubs stubs) {
    try {
      stubs
          .blockingStub()
          .withDeadlineAfter(5, TimeUnit.SECONDS)
          .listWorkflowExecutions(
              ListWorkflowExecutionsRequest.newBuilder().setNamespace(NAME).setPageSize(1).build());
      return true;
    } catch (StatusRuntimeException e) {
      return false;
    }
  }
}
