package io.talaria.dev.bench.measure;

import io.talaria.dev.bench.crowd.Candidate;
import io.talaria.dev.bench.crowd.Latencies;
import io.talaria.dev.bench.crowd.Reply;
import io.talaria.dev.bench.ground.Ground;
import io.talaria.dev.bench.machine.Usage;
import io.talaria.dev.bench.report.Reading;
import io.talaria.journey.Waking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Real journeys that all fall due within one minute. They can't be opened within one, so WhatsApp's
 * statuses date their greetings back: silence is measured from WhatsApp's time. The decision is the
 * end of the task for which the journey woke; what the number has no room for is sent later.
 */
final class SilentJourneys implements Measure {
  /** Of the definition. */
  private static final Duration NUDGE_AFTER = Duration.ofHours(4);

  private static final int JOURNEYS = 10_000;
  private static final int STATUSES_PER_SECOND = 60;

  /** The gateway tells journeys one after the other; slower than this they hear too late. */
  private static final int TOLD_PER_SECOND = 20;

  private static final int SPREAD_SECONDS = 60;
  private static final double NUMBERS_RATE = 80;

  @Override
  public String name() {
    return "silent";
  }

  @Override
  public String what() {
    return "10,000 silent journeys whose reminders all fall due within a minute";
  }

  @Override
  public List<Reading> on(Ground ground, Scale scale) throws InterruptedException {
    int wanted = scale.of(JOURNEYS);
    Map<String, Reply> greetings = new ConcurrentHashMap<>();
    ground.crowd().onReply((candidate, reply) -> greetings.putIfAbsent(candidate.number, reply));
    List<Candidate> silent = ground.crowd().welcome(wanted, 100);
    Map<Candidate, Instant> due = dateBack(ground, silent, greetings, scale);
    Map<String, Boolean> ours = new ConcurrentHashMap<>();
    silent.forEach(candidate -> ours.put(candidate.number, true));
    ConcurrentLinkedQueue<Instant> nudges = new ConcurrentLinkedQueue<>();
    ground
        .crowd()
        .onReply(
            (candidate, reply) -> {
              if (ours.containsKey(candidate.number) && reply.key().startsWith("nudge:")) {
                nudges.add(reply.at());
              }
            });
    Usage.Watch watch = ground.watch();
    Instant patience =
        Collections.max(due.values())
            .plus(Duration.ofSeconds(300 + (long) (wanted / NUMBERS_RATE * 1.5)));
    while (nudges.size() < silent.size() && Instant.now().isBefore(patience)) {
      Thread.sleep(500);
    }
    Usage usage = watch.end();
    ground.crowd().onReply((candidate, reply) -> {});
    return readings(ground, due, new ArrayList<>(nudges), usage);
  }

  /** Each gets a moment within the one minute that begins when all statuses have arrived. */
  private static Map<Candidate, Instant> dateBack(
      Ground ground, List<Candidate> silent, Map<String, Reply> greetings, Scale scale)
      throws InterruptedException {
    Random random = new Random(scale.seed());
    // Shorter sleeps end by timers.
    Instant begin =
        Instant.now().plus(Waking.USUAL.from()).plusSeconds(45 + silent.size() / TOLD_PER_SECOND);
    Map<Candidate, Instant> due = new ConcurrentHashMap<>();
    Semaphore places = new Semaphore(32);
    List<CompletableFuture<?>> told = new ArrayList<>();
    for (Candidate candidate : silent) {
      Reply greeting = greetings.get(candidate.number);
      if (greeting == null) {
        continue;
      }
      // WhatsApp's times are whole seconds.
      Instant at = Instant.ofEpochSecond(begin.getEpochSecond() + random.nextInt(SPREAD_SECONDS));
      due.put(candidate, at);
      places.acquire();
      told.add(
          ground
              .crowd()
              .status(candidate, greeting, "sent", at.minus(NUDGE_AFTER), Instant.now())
              .whenComplete((took, failure) -> places.release()));
      Thread.sleep(Duration.ofNanos(1_000_000_000L / STATUSES_PER_SECOND));
    }
    CompletableFuture.allOf(told.toArray(CompletableFuture[]::new)).join();
    return due;
  }

  private List<Reading> readings(
      Ground ground, Map<Candidate, Instant> due, List<Instant> nudges, Usage usage)
      throws InterruptedException {
    Latencies late = new Latencies();
    int undecided = 0;
    try (ExecutorService readers = Executors.newFixedThreadPool(8)) {
      List<Future<Duration>> found = new ArrayList<>();
      due.forEach(
          (candidate, at) -> found.add(readers.submit(() -> lateness(ground, candidate, at))));
      for (Future<Duration> lateness : found) {
        try {
          late.add(lateness.get());
        } catch (ExecutionException e) {
          undecided++;
        }
      }
    }
    nudges.sort(null);
    double seconds =
        nudges.size() < 2
            ? 1
            : Duration.between(nudges.getFirst(), nudges.getLast()).toMillis() / 1000.0;
    return List.of(
        Reading.of(name(), "silent journeys", due.size(), "").with("cpu", usage),
        Reading.of(name(), "decided late, p50", late.millis(50) / 1000, "s"),
        Reading.of(name(), "decided late, longest", late.maxMillis() / 1000, "s").atMost(60),
        Reading.of(name(), "not decided", undecided, "").atMost(0),
        Reading.of(name(), "reminders not sent", due.size() - nudges.size(), "").atMost(0),
        Reading.of(name(), "last reminder left, after the last was due", left(due, nudges), "s"),
        Reading.of(name(), "reminders per second", nudges.size() / seconds, "/s")
            .atMost(NUMBERS_RATE * 1.1));
  }

  /** What is decided while its number has no room leaves later. */
  private static double left(Map<Candidate, Instant> due, List<Instant> nudges) {
    return nudges.isEmpty()
        ? 0
        : Duration.between(Collections.max(due.values()), nudges.getLast()).toMillis() / 1000.0;
  }

  private static Duration lateness(Ground ground, Candidate candidate, Instant due) {
    UUID id = ground.journal().candidateOf(candidate.lastWamid().orElseThrow()).orElseThrow();
    return ground.histories().decidedAfter(id, due).orElseThrow();
  }
}
