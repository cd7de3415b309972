package io.talaria.dev.up;

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

/**
 * The worker's build as Temporal knows it. Temporal gives journeys only to the build that was made
 * current; here that is always the one that was just started.
 */
final class CurrentBuild {
  static final String DEPLOYMENT = "talaria";

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

  /** Returns when Temporal gives journeys to this build; no-op when it does already. */
  static void make(Path temporal, Ports ports, String id) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!made(temporal, ports, id)) {
      if (Instant.now().isAfter(end)) {
        throw new StartFailure(
            "Temporal did not make the worker's build %s current; try: %s worker deployment describe --name %s --address 127.0.0.1:%d"
                .formatted(id, temporal, DEPLOYMENT, ports.temporal()));
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StartFailure("Interrupted while starting", e);
      }
    }
  }

  private static boolean made(Path temporal, Ports ports, String id) {
    try {
      return new ProcessBuilder(
                  temporal.toString(),
                  "worker",
                  "deployment",
                  "set-current-version",
                  "--deployment-name",
                  DEPLOYMENT,
                  "--build-id",
                  id,
                  // Another build may have served numbers that this one doesn't.
                  "--ignore-missing-task-queues",
                  "--yes",
                  "--address",
                  "127.0.0.1:" + ports.temporal())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      throw new StartFailure("Could not run " + temporal + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("Interrupted while starting", e);
    }
  }
}
