package io.talaria.dev.bench.measure;

import io.talaria.dev.bench.bare.BareProcess;
import io.talaria.dev.bench.crowd.Candidate;
import io.talaria.dev.bench.crowd.ClosedLoop;
import io.talaria.dev.bench.crowd.Crowd;
import io.talaria.dev.bench.ground.Ground;
import io.talaria.dev.bench.machine.Usage;
import io.talaria.dev.bench.report.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many scripted messages are answered per second, beside a workflow that does nothing but three
 * local activities, in turns on the same server: the ratio holds where absolute figures depend on
 * the machine and on who else uses it.
 */
final class Throughput implements Measure {
  private static final int JOURNEYS = 200;
  static final int IN_FLIGHT = 32;
  private static final double LEAST_RATIO = 0.7;

  /** What the fastest peer made on such a machine. */
  private static final double PEER = 85;

  @Override
  public String name() {
    return "throughput";
  }

  @Override
  public String what() {
    return "scripted message → reply accepted, closed loop, beside the bare SDK";
  }

  @Override
  public List<Reading> on(Ground ground, Scale scale) throws InterruptedException {
    List<Double> bareRounds = new ArrayList<>();
    List<Double> ourRounds = new ArrayList<>();
    List<Map<String, Object>> details = new ArrayList<>();
    double events;
    long unanswered = 0;
    double median = 0;
    try (BareProcess bare = ground.bare()) {
      bare.run(scale.bareWarmUp());
      List<Double> latencies = new ArrayList<>();
      for (int round = 0; round < scale.rounds(); round++) {
        Usage.Watch bareWatch = ground.watch(Map.of("bare", bare.handle()));
        bareRounds.add(bare.run(scale.round()));
        Usage bareUsage = bareWatch.end();
        ready(ground.crowd());
        Usage.Watch watch = ground.watch();
        ClosedLoop.Outcome ours = ClosedLoop.run(ground.crowd(), IN_FLIGHT, scale.round());
        ourRounds.add(ours.perSecond());
        unanswered += ours.unanswered();
        latencies.add(ours.latencies().millis(50));
        details.add(round(bareRounds.getLast(), bareUsage, ours, watch.end()));
      }
      median = Medians.of(latencies);
      events = events(ground);
    }
    double bare = Medians.of(bareRounds);
    double ours = Medians.of(ourRounds);
    return List.of(
        Reading.of(name(), "bare SDK: signal → three local activities", bare, "/s"),
        Reading.of(name(), "message → reply accepted", ours, "/s")
            .atLeast(PEER)
            .with("rounds", details)
            .with("p50 ms", Medians.rounded(median)),
        Reading.of(name(), "history events per message meanwhile, mean", events, ""),
        Reading.of(name(), "ratio of medians", ours / bare, "").atLeast(LEAST_RATIO),
        Reading.of(name(), "messages without a reply", unanswered, "").atMost(0));
  }

  /** Under load some replies may take the dearer way of the governed queue. */
  private static double events(Ground ground) {
    List<Integer> costs = new ArrayList<>();
    for (Candidate candidate : ground.crowd().some(20)) {
      List<Integer> all =
          EventsPerMessage.perMessage(
              ground.histories().of(EventsPerMessage.id(ground, candidate)), event -> 1);
      // The first opened the journey.
      costs.addAll(all.subList(1, all.size()));
    }
    return costs.stream().mapToInt(cost -> cost).average().orElse(0);
  }

  /** Opens what is missing of the journeys that are to be answered. */
  static void ready(Crowd crowd) throws InterruptedException {
    int missing = JOURNEYS - crowd.ready();
    if (missing > 0) {
      crowd.welcome(missing, 50);
      // What the newcomers caused is over before the next round begins.
      Thread.sleep(Duration.ofSeconds(1));
    }
  }

  private static Map<String, Object> round(
      double bare, Usage bareUsage, ClosedLoop.Outcome ours, Usage usage) {
    Map<String, Object> round = new LinkedHashMap<>();
    round.put("bare/s", Medians.rounded(bare));
    round.put("ours/s", Medians.rounded(ours.perSecond()));
    round.put("p50 ms", ours.latencies().millis(50));
    round.put("p99 ms", ours.latencies().millis(99));
    round.put("max ms", ours.latencies().maxMillis());
    round.put("cpu", usage);
    round.put("cpu of the bare round", bareUsage);
    return round;
  }
}
