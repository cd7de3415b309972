package io.talaria.worker.interleaving;

import io.talaria.journey.JourneyState;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;

/**
 * One seeded life of a journey: a candidate writes, two recruiters and a lead take over, write,
 * hand over and back, decide what the bot may say where it is unsure, workers die and freeze in any
 * step and wake later, time passes, runs end.
 *
 * <p>The rules ({@code Next}, {@code Moves}, {@code Requests}) are the real ones. The main loop is
 * told anew ({@link WorkerTask}), step by step, with a place between any two steps where anybody
 * else may act: the flow's own waits for the engine, which can neither be stopped between any two
 * of its steps nor played thousands of times a second.
 */
final class Interleaving {
  /** So that the service window of 24 hours stays open. */
  private static final int MOST_HOURS = 20;

  private static final UUID[] TEAM = {new UUID(1, 1), new UUID(1, 2), new UUID(1, 3)};

  private final Random random;
  private final Rows rows;
  private final UUID account;
  private final Clock clock;
  private final Actors actors;
  private final TaskSends sends;
  private final double confidence;
  private int hours;

  /** What this life had, so that a run that tests nothing is noticed. */
  final Engine engine;

  final People people;
  final Ledger ledger = new Ledger();

  Interleaving(long seed, Clock clock, Rows rows, UUID account, UUID[] team) {
    this.random = new Random(seed);
    this.clock = clock;
    this.rows = rows;
    this.account = account;
    this.confidence = random.nextInt(4) == 0 ? 0.5 : 1;
    this.actors = new Actors(random, this::timePasses);
    this.engine = new Engine(random, actors, rows, clock);
    this.people = new People(random, actors, engine, rows, clock, team);
    this.sends = new TaskSends(random, actors, rows, ledger, engine);
  }

  static UUID[] paperTeam() {
    return TEAM.clone();
  }

  void live() {
    people.start();
    actors.start(() -> engine.run(people::areDone, this::task));
    actors.run();
    JourneyState state = engine.durable();
    boolean held = state.hold().holder() != null;
    if (rows.brake().held() != held) {
      ledger.faults.add("brake and journey disagree about who may speak");
    }
    int open = state.inbox().open().size();
    if (!held && state.needsHuman() == null && state.inReview() == null && open > 0) {
      ledger.faults.add("the bot has it and answers nothing: " + open);
    }
  }

  private WorkerTask task(int attempt) {
    var book = new TaskBook(actors, rows, account, engine.durable(), clock.now());
    return new WorkerTask(attempt, actors, rows, clock, engine, ledger, book, sends, confidence);
  }

  private void timePasses() {
    boolean leaps = random.nextInt(400) == 0 && hours++ < MOST_HOURS;
    clock.passes(leaps ? Duration.ofHours(1) : Duration.ofMillis(random.nextInt(300)));
    if (!people.areDone()) {
      engine.mayLoseItsWorker();
    }
  }
}
