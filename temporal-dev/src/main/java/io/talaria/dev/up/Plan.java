package io.talaria.dev.up;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stack is started from.
 *
 * @param project the root of the sources, where Maven left the jars
 * @param java the {@code java} to run them with
 * @param engine the Temporal server to start
 * @param hour how long an hour of the definitions lasts; null leaves it an hour
 * @param environment the caller's, which wins over what the stack sets
 * @param archives whether classes are archived for quicker starts, at the price of a slow first end
 */
public record Plan(
    Path project,
    Folders folders,
    Ports ports,
    Path java,
    Engine engine,
    @Nullable Duration hour,
    Map<String, String> environment,
    boolean archives) {

  Path built(String folder, String artifact) {
    return project.resolve(folder).resolve("target").resolve(artifact + "-0.1.0-SNAPSHOT-app.jar");
  }
}
