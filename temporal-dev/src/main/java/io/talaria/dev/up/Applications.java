package io.talaria.dev.up;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The installation's own processes: what each is started from, with what, and where it answers. */
final class Applications {
  private static final String READINESS = "/actuator/health/readiness";

  private final Plan plan;
  private final Map<String, Outfit> outfits = new HashMap<>();
  private final Set<String> begun = new HashSet<>();

  Applications(Plan plan) {
    this.plan = plan;
  }

  /** What an application gets on top, from its next start on. */
  void outfit(String name, Outfit outfit) {
    outfits.put(name, outfit);
  }

  Child start(String name) {
    Outfit outfit = outfits.getOrDefault(name, Outfit.PLAIN);
    JavaApp app = app(name);
    List<String> arguments = new ArrayList<>();
    if (name.equals("simulators")) {
      arguments.add(name);
    }
    arguments.add("--server.port=" + port(name));
    Map<String, String> callers = new HashMap<>(plan.environment());
    callers.putAll(outfit.environment());
    return Child.start(
        name,
        app.command(plan.java(), plan.archives(), outfit, arguments),
        environment(callers),
        plan.folders(),
        !begun.add(name));
  }

  /** An application, unpacked. */
  JavaApp app(String name) {
    return switch (name) {
      case "simulators" -> unpack(name, "temporal-dev", "talaria-temporal-dev");
      case "worker", "worker-2" -> unpack("worker", "activities/worker", "talaria-worker");
      case "gateway" -> unpack(name, "webhook-gateway", "talaria-webhook-gateway");
      case "console" -> unpack(name, "operator-ui", "talaria-operator-ui");
      default -> throw new IllegalArgumentException("No application is called " + name);
    };
  }

  private JavaApp unpack(String name, String folder, String artifact) {
    return JavaApp.unpack(name, plan.built(folder, artifact), plan.folders(), plan.java());
  }

  private int port(String name) {
    int own = outfits.getOrDefault(name, Outfit.PLAIN).port();
    return own != 0
        ? own
        : switch (name) {
          case "simulators" -> plan.ports().simulators();
          case "worker" -> plan.ports().worker();
          case "gateway" -> plan.ports().gateway();
          default -> plan.ports().console();
        };
  }

  /** What every application is started with, but for its outfit. */
  Map<String, String> environment() {
    return environment(plan.environment());
  }

  private Map<String, String> environment(Map<String, String> callers) {
    return Surroundings.of(
        plan.ports(),
        plan.hour(),
        CurrentBuild.id(plan.built("activities/worker", "talaria-worker")),
        plan.folders().media(),
        callers);
  }

  /** Where an application answers once it is ready. */
  Probe probe(String name) {
    return name.equals("simulators")
        ? Probe.http(port(name), "/phone")
        : Probe.http(port(name), READINESS);
  }
}
