package io.talaria.dev.up;

import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.SetWorkerDeploymentCurrentVersionRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The worker's build as Temporal knows it. Temporal gives journeys only to the build that was made
 * current; here that is always the one that was just started.
 */
final class CurrentBuild {
  static final String DEPLOYMENT = "talaria";
  private static final String NAME = "TALARIA_WORKER_DEPLOYMENT_NAME";
  private static final String BUILD = "TALARIA_WORKER_DEPLOYMENT_BUILDID";

  /** A build is known once one of its workers polls. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private CurrentBuild() {}

  /** The same jar is the same build. */
  static String id(Path jar) {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(jar), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      byte[] digest = ((DigestInputStream) in).getMessageDigest().digest();
      return HexFormat.of().formatHex(digest).substring(0, 12);
    } catch (IOException e) {
      throw new StartFailure("Could not read " + jar + ": " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /**
   * Makes the build that a worker is started with current, and returns when Temporal gives journeys
   * to it. No-op when it does already, and where the environment names another deployment, or none.
   */
  static void make(Ports ports, Map<String, String> environment) {
    if (environment.getOrDefault(NAME, "").equals(DEPLOYMENT)) {
      make(ports, environment.getOrDefault(BUILD, ""));
    }
  }

  private static void make(Ports ports, String id) {
    String target = "127.0.0.1:" + ports.temporal();
    WorkflowServiceStubs stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
    try {
      Instant end = Instant.now().plus(PATIENCE);
      while (!made(stubs, id)) {
        if (Instant.now().isAfter(end)) {
          throw new StartFailure(
              "Temporal did not make the worker's build %s current; try: temporal worker deployment describe --name %s --address %s"
                  .formatted(id, DEPLOYMENT, target));
        }
        TimeUnit.MILLISECONDS.sleep(200);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("Interrupted while starting", e);
    } finally {
      stubs.shutdownNow();
    }
  }

  private static boolean made(WorkflowServiceStubs stubs, String id) {
    try {
      stubs
          .blockingStub()
          .withDeadlineAfter(5, TimeUnit.SECONDS)
          .setWorkerDeploymentCurrentVersion(
              SetWorkerDeploymentCurrentVersionRequest.newBuilder()
                  .setNamespace(Namespace.NAME)
                  .setDeploymentName(DEPLOYMENT)
                  .setBuildId(id)
                  .setIdentity("temporal-dev")
                  // Another build may have served numbers that this one doesn't.
                  .setIgnoreMissingTaskQueues(true)
                  .build());
      return true;
    } catch (StatusRuntimeException notYet) {
      return false;
    }
  }
}
