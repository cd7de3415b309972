package io.talaria.dev.storm.fault;

import io.talaria.dev.storm.seed.Dice;
import io.talaria.dev.storm.seed.Fault;
import io.talaria.dev.storm.seed.Fault.Kind;
import io.talaria.dev.storm.seed.Fault.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Injects a run's faults when their time has come, and writes down what really happened. */
public final class Adversary {
  /** Twice as long as the engine waits for a task of the frozen worker. */
  private static final Duration LONGEST_FREEZE = Duration.ofSeconds(20);

  private static final Duration LONGEST_TAKEOVER = Duration.ofSeconds(90);

  /** So long it looks for a worker in the middle of a turn. */
  private static final Duration LONGEST_AMBUSH = Duration.ofSeconds(6);

  private final Parts parts;
  private final Lines lines;
  private final Incidents incidents;
  private final Dice dice;
  private final Queue<Injected> injected = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private final AtomicInteger metAnother = new AtomicInteger();

  /** What takes knowledge of the journeys to do. */
  public interface Incidents {
    /** Waits for a worker in the middle of a turn; false when there was none before the end. */
    boolean awaitTurn(Instant end) throws InterruptedException;

    /**
     * Waits for the first worker to be about to ask the journal whether a reply that it has begun
     * may go on; false when it was not before the end.
     */
    boolean awaitNextBubble(Instant end) throws InterruptedException;

    /**
     * How many of their sends stand between their row and their call, now that the worker is
     * frozen: the row says SENDING, and no request for it has arrived.
     */
    int betweenRowAndCall() throws InterruptedException;

    /**
     * Takes over, while the worker is frozen, the candidates whose turns those were.
     *
     * @param taken runs for each journey that said yes
     */
    void takeOver(Runnable taken) throws InterruptedException;

    /** Terminates runs that know of messages which the journal doesn't show as taken in. */
    int forget() throws InterruptedException;

    /** Terminates runs whose candidates are silent, and which would have acted soon. */
    int lose() throws InterruptedException;
  }

  public Adversary(Parts parts, Lines lines, Incidents incidents, long seed) {
    this.parts = parts;
    this.lines = lines;
    this.incidents = incidents;
    this.dice = Dice.of(seed, "adversary");
  }

  /** Blocks until every fault has happened and everything answers again. */
  public void rage(List<Fault> faults, Instant begin) throws InterruptedException {
    List<Future<?>> raging = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Fault fault : faults) {
        Callable<Void> work =
            () -> {
              Thread.sleep(
                  Math.max(
                      0,
                      Duration.between(Instant.now(), begin.plusMillis(fault.atMillis()))
                          .toMillis()));
              inject(fault);
              return null;
            };
        raging.add(threads.submit(work));
      }
      for (Future<?> one : raging) {
        try {
          one.get();
        } catch (ExecutionException e) {
          throw new IllegalStateException("A fault could not be healed", e.getCause());
        }
      }
    }
  }

  public List<Injected> injected() {
    return List.copyOf(injected);
  }

  /** How many faults found that another one had their part. */
  public int metAnother() {
    return metAnother.get();
  }

  /** What else was done, by what it was. */
  public Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }

  private void inject(Fault fault) throws InterruptedException {
    if (fault.kind() == Kind.CUT || fault.kind() == Kind.BLACKHOLE) {
      hurtLines(fault);
      return;
    }
    if (!parts.claim(fault)) {
      // The plan is random, and so is this.
      metAnother.incrementAndGet();
      return;
    }
    Instant at = Instant.now();
    String note = "";
    try {
      if (fault.target() == Target.SECOND_WORKER && !parts.hasSecond()) {
        // It has left already.
        return;
      }
      switch (fault.kind()) {
        case KILL -> parts.kill(fault.target(), fault.millis());
        case STOP -> parts.stop(fault.target(), fault.millis());
        case PAUSE -> parts.pause(fault.target(), fault.millis());
        case LEAVE -> parts.leave(dice.chance(0.5));
        case TAKE_IN_THE_GAP -> {
          note = takeInTheGap(fault);
          if (note.isEmpty()) {
            return;
          }
        }
        case FORGET -> {
          int forgotten = incidents.forget();
          if (forgotten == 0) {
            return;
          }
          note = forgotten + " runs";
        }
        case LOSE -> {
          int lost = incidents.lose();
          if (lost == 0) {
            return;
          }
          counts.merge("runs lost of silent candidates", lost, Integer::sum);
          note = lost + " runs";
        }
        case CUT, BLACKHOLE -> throw new IllegalStateException("Lines are hurt above");
      }
    } finally {
      parts.free(fault);
    }
    injected.add(new Injected(at, fault.name(), fault.millis(), Instant.now(), note));
  }

  /**
   * What was done to whom; empty when nobody was in the middle of a turn. A worker that has written
   * a send's row and not called dies mostly: nobody but the reaper may ever ask about that row.
   */
  private String takeInTheGap(Fault fault) throws InterruptedException {
    Optional<Integer> caught = ambush();
    if (caught.isEmpty()) {
      return "";
    }
    int sends = caught.get();
    boolean dies = dice.chance(sends > 0 ? 0.7 : 0.4);
    AtomicInteger taken = new AtomicInteger();
    int answered;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      if (parts.hasSecond()) {
        // Else the engine gives what the frozen one left undone to its polls, again and again.
        lines.cutFromTemporal(Parts.WORKER);
      }
      Future<?> taking =
          threads.submit(
              () -> {
                incidents.takeOver(taken::incrementAndGet);
                return null;
              });
      Thread.sleep(fault.millis());
      // With a second worker the takeover is answered while the first one is frozen: what the
      // first one does when it wakes comes after the receipt.
      await(taking, parts.hasSecond() ? LONGEST_FREEZE : Duration.ZERO);
      answered = taken.get();
      if (dies) {
        parts.kill(Target.WORKER, 0);
      }
      parts.signal(Target.WORKER, "CONT");
      await(taking, LONGEST_TAKEOVER);
    } finally {
      parts.signal(Target.WORKER, "CONT");
    }
    counts.merge("sends frozen between row and call", sends, Integer::sum);
    counts.merge("takeovers answered while a worker was frozen", answered, Integer::sum);
    return "%d sends between row and call, %d takeovers answered, then %s it"
        .formatted(sends, answered, dies ? "killed" : "woke");
  }

  /**
   * Freezes the worker in the middle of a turn: half of the times before it asks the journal
   * whether a reply may go on, else between row and call. Few milliseconds lie between these, so
   * that the worker is let go again at once while its sends have left already, until the time is
   * up.
   */
  private Optional<Integer> ambush() throws InterruptedException {
    boolean beforeItAsks = dice.chance(0.5);
    Instant end = Instant.now().plus(LONGEST_AMBUSH);
    Instant content = Instant.now().plus(LONGEST_AMBUSH.dividedBy(2));
    while (beforeItAsks ? incidents.awaitNextBubble(end) : incidents.awaitTurn(end)) {
      parts.signal(Target.WORKER, "STOP");
      boolean stays = false;
      try {
        int caught = incidents.betweenRowAndCall();
        stays = beforeItAsks || caught > 0 || Instant.now().isAfter(content);
        if (stays) {
          return Optional.of(caught);
        }
      } finally {
        if (!stays) {
          parts.signal(Target.WORKER, "CONT");
        }
      }
    }
    return Optional.empty();
  }

  /** At most so long. */
  private static void await(Future<?> taking, Duration within) throws InterruptedException {
    try {
      taking.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A takeover failed in an unknown way", e.getCause());
    }
  }

  private void hurtLines(Fault fault) throws InterruptedException {
    List<Proxy> all = fault.target() == Target.POSTGRES ? lines.toPostgres() : lines.toTemporal();
    List<Proxy> hurt = all.stream().filter(line -> dice.chance(0.7)).toList();
    if (hurt.isEmpty()) {
      return;
    }
    Instant at = Instant.now();
    int connections = 0;
    if (fault.kind() == Kind.CUT) {
      connections = hurt.stream().mapToInt(Proxy::cut).sum();
    } else {
      hurt.forEach(line -> line.swallow(true));
      Thread.sleep(fault.millis());
      hurt.forEach(line -> line.swallow(false));
    }
    injected.add(
        new Injected(
            at,
            fault.name(),
            fault.millis(),
            Instant.now(),
            fault.kind() == Kind.CUT
                ? connections + " connections"
                : hurt.size() + " of " + all.size() + " lines"));
  }
}
