package io.talaria.dev.up;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The environment of the applications. What the caller set wins, in either spelling that Spring
 * understands; so one can point the demo at another Graph API.
 */
final class Surroundings {
  private Surroundings() {}

  static Map<String, String> of(
      Ports ports, @Nullable Duration hour, String build, Path media, Map<String, String> caller) {
    Map<String, String> ours = new HashMap<>();
    String simulators = "http://127.0.0.1:" + ports.simulators();
    ours.put("SPRING_PROFILES_ACTIVE", "demo");
    ours.put("SPRING_DATASOURCE_URL", Database.url(ports.postgres()));
    ours.put("SPRING_DATASOURCE_USERNAME", "talaria");
    ours.put("SPRING_DATASOURCE_PASSWORD", "talaria");
    ours.put("SPRING_TEMPORAL_CONNECTION_TARGET", "127.0.0.1:" + ports.temporal());
    ours.put("TALARIA_WORKER_DEPLOYMENT_NAME", CurrentBuild.DEPLOYMENT);
    ours.put("TALARIA_WORKER_DEPLOYMENT_BUILDID", build);
    // With more, glibc keeps what threads gave back, some tens of megabytes a process.
    ours.put("MALLOC_ARENA_MAX", "2");
    // A journey in memory takes some 75 kB, and the heap of JavaApp.FLAGS has room for as many.
    ours.put("TALARIA_WORKER_CACHEDJOURNEYS", "500");
    ours.put("TALARIA_WHATSAPP_GRAPHBASEURL", simulators);
    ours.put("TALARIA_BOTS_HTTP_DISPATCHER_URL", simulators + "/example-bot/turns");
    ours.put("TALARIA_SLACK_BASEURL", simulators + "/api/");
    ours.put("TALARIA_CONSOLE_URL", "http://localhost:" + ports.console());
    ours.put("TALARIA_CONSOLE_TEMPORALUIURL", "http://localhost:" + ports.temporalUi());
    ours.put("TALARIA_CONSOLE_PHONEURL", "http://localhost:" + ports.simulators() + "/phone");
    ours.put(
        "TALARIA_SIMULATOR_WHATSAPP_WEBHOOK",
        "http://127.0.0.1:" + ports.gateway() + "/webhooks/whatsapp");
    ours.put(
        "TALARIA_SIMULATOR_FORMS_DOOR", "http://127.0.0.1:" + ports.gateway() + "/api/v1/forms");
    ours.put("TALARIA_MEDIA_PATH", media.toAbsolutePath().toString());
    if (hour != null) {
      ours.put("TALARIA_DEFINITIONS_HOUR", hour.toString());
    }
    Set<String> set =
        caller.keySet().stream().map(Surroundings::folded).collect(Collectors.toSet());
    ours.keySet().removeIf(name -> set.contains(folded(name)));
    ours.putAll(caller);
    return ours;
  }

  /** {@code TALARIA_SLACK_BASE_URL} and {@code TALARIA_SLACK_BASEURL} name the same key. */
  private static String folded(String name) {
    return name.replace("_", "").toUpperCase(Locale.ROOT);
  }
}
