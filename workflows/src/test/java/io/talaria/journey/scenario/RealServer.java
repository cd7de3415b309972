package io.talaria.journey.scenario;

import io.temporal.testing.TemporalDevServerOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Temporal's dev server, for what the time-skipping one doesn't do as a real one does. */
final class RealServer {
  private RealServer() {}

  static TestWorkflowEnvironment start() {
    return TestWorkflowEnvironment.startLocal(
        ScenarioWorld.options(),
        TemporalDevServerOptions.newBuilder()
            .setExistingPath(binary().toString())
            .setDownloadEnabled(false)
            .setUiEnabled(false)
            .setLogLevel("error")
            // As in temporal-dev/up: with several partitions a lone machine's tasks wait in the
            // wrong one.
            .setExtraArgs(
                "--dynamic-config-value",
                "matching.numTaskqueueReadPartitions=1",
                "--dynamic-config-value",
                "matching.numTaskqueueWritePartitions=1")
            .build());
  }

  /** From the environment, as verify sets it; else where up and verify keep it. */
  static Path binary() {
    Stream<Path> onPath =
        Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, "temporal"));
    Path kept = Path.of(System.getProperty("user.home"), ".cache/talaria/temporal-1.5.1/temporal");
    return Stream.concat(
            Optional.ofNullable(System.getenv("TALARIA_TEMPORAL")).map(Path::of).stream(),
            Stream.concat(onPath, Stream.of(kept)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No Temporal server: run temporal-dev/verify, which gets one"));
  }
}
