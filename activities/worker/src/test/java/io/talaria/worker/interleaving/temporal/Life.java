package io.talaria.worker.interleaving.temporal;

import io.talaria.definition.Plan;
import io.talaria.journey.JourneyStart;
import io.talaria.journey.Waking;
import io.talaria.journey.rule.Moves;
import io.talaria.port.Journal.Opened;
import io.talaria.worker.interleaving.PaperRows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One seeded life of a journey: what is done in it, and its rows on paper. Whoever touches the rows
 * or the evidence holds this object's monitor, as a transaction holds the brake's row.
 */
final class Life {
  static final String NUMBER = "106540352242922";
  private static final UUID ACCOUNT = new UUID(7, 7);
  private static final Duration WITHIN = Duration.ofMillis(4500);
  private static final int MOST_DEATHS = 8;

  final long seed;
  final Dice dice;
  final UUID candidate;
  final UUID journey;
  final Plan plan;
  final JourneyStart start;
  final List<Step> steps;
  final Supplier<Instant> clock;
  final PaperRows rows;
  final PaperTurns turns;
  final Evidence evidence = new Evidence();
  final PaperJournal journal = new PaperJournal(this);
  final PaperChannel channel = new PaperChannel(this);
  final PaperBot bot = new PaperBot(this);
  final People people;
  private final Map<Moment, Deque<Step>> waiting = new EnumMap<>(Moment.class);
  private final Map<String, Integer> times = new HashMap<>();
  private final AtomicBoolean dying = new AtomicBoolean();

  Life(long seed, LivingWorld world) {
    this.seed = seed;
    this.dice = new Dice(seed);
    this.candidate = new UUID(0x7A1A, seed);
    this.journey = new UUID(0x10E7, seed);
    this.plan = plan();
    this.steps = Step.of(dice);
    this.clock = world::now;
    this.start =
        JourneyStart.first(ACCOUNT, candidate, plan.definition(), NUMBER, null).woken(Waking.USUAL);
    var opened = new Opened(true, journey, 1, plan, "en", 0, null);
    this.rows = new PaperRows(clock, WITHIN, candidate, Moves.begun(opened, NUMBER));
    this.turns = new PaperTurns(rows);
    this.people = new People(this, world.client(), world.calls);
  }

  private static Plan plan() {
    return new Plan(
        "tech-hiring",
        1,
        List.of(new Plan.Stage("a", Map.of(), List.of("q"))),
        List.of("en"),
        new Plan.Words(List.of("stop"), List.of("person")),
        new Plan.Times(
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            List.of(Duration.ofMinutes(12), Duration.ofMinutes(40)),
            Duration.ofHours(1),
            Duration.ofMinutes(10),
            Duration.ofDays(7),
            Duration.ofDays(30),
            Duration.ofMinutes(30)),
        false);
  }

  /** How often this has been done by now. */
  synchronized int nth(String what) {
    return times.merge(what, 1, Integer::sum);
  }

  /** Whether this befalls the life now, once in so many times. */
  synchronized boolean befalls(int oneIn, String what) {
    return evidence.deaths < MOST_DEATHS && dice.oneIn(oneIn, what, nth(what));
  }

  /** The worker dies when this call has ended, before its task has. */
  synchronized boolean mayDie(int oneIn, String what) {
    boolean fate = befalls(oneIn, what);
    if (fate) {
      evidence.deaths++;
      dying.set(true);
    }
    return fate;
  }

  /** Once after it was decided. */
  boolean dies() {
    return dying.getAndSet(false);
  }

  /** The step is done within the next such moment of the journey's. */
  void awaits(Step step) {
    synchronized (waiting) {
      waiting.computeIfAbsent(step.within(), moment -> new ArrayDeque<>()).add(step);
    }
  }

  /** No such moment came: the step is done now. No-op when it was done. */
  void awaitsNoLonger(Step step) {
    boolean undone;
    synchronized (waiting) {
      undone = waiting.get(step.within()).remove(step);
    }
    if (undone) {
      people.act(step);
    }
  }

  /** What waits for this moment is done now; null when nothing does. */
  @Nullable Future<?> reaches(Moment moment) {
    Step step;
    synchronized (waiting) {
      Deque<Step> here = waiting.get(moment);
      step = here == null ? null : here.poll();
    }
    if (step == null) {
      return null;
    }
    CompletableFuture<?> done = people.act(step);
    pause(2); // What was asked is on its way to the engine.
    return done;
  }

  /** The same; where nothing waits a recruiter may act, since few sends go by the queue. */
  @Nullable Future<?> reachesOnQueue(Moment moment) {
    Future<?> done = reaches(moment);
    if (done != null || !befalls(3, "acts on queue")) {
      return done;
    }
    int number = 100 + nth("acts");
    done = people.act(new Step(number, Duration.ZERO, Step.Kind.RECRUITER_ACTS, null));
    pause(2);
    return done;
  }

  /** This takes up to so many milliseconds. */
  void takes(int most, String what) {
    pause(dice.below(most + 1, "takes", what, nth("takes:" + what)));
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
