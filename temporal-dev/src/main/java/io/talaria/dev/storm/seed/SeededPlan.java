package io.talaria.dev.storm.seed;

import io.talaria.dev.storm.seed.Fault.Kind;
import io.talaria.dev.storm.seed.Fault.Target;
import io.talaria.dev.storm.seed.Person.Temper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A run as its seed decides it. What the clock makes of it differs from run to run; what was done
 * to whom, and when, is in the run's report.
 *
 * @param load how long candidates and recruiters act
 * @param twoWorkers whether a second worker is there from the begin
 */
public record SeededPlan(
    long seed, Duration load, boolean twoWorkers, List<Person> people, List<Fault> faults) {
  /** Faults begin and end within the load, so that something is always in flight. */
  private static final double FAULTS_END = 0.75;

  private static final int FIRST_FAULT = 1500;

  /** Kinds and targets by how often they come; a real fault each, none that can't be told apart. */
  private static final List<Weighted> WEIGHTS =
      List.of(
          new Weighted(Kind.KILL, Target.WORKER, 5),
          new Weighted(Kind.KILL, Target.GATEWAY, 3),
          new Weighted(Kind.KILL, Target.TEMPORAL, 2),
          new Weighted(Kind.KILL, Target.POSTGRES, 2),
          new Weighted(Kind.STOP, Target.WORKER, 2),
          new Weighted(Kind.STOP, Target.GATEWAY, 1),
          new Weighted(Kind.STOP, Target.TEMPORAL, 1),
          new Weighted(Kind.STOP, Target.POSTGRES, 1),
          new Weighted(Kind.PAUSE, Target.WORKER, 4),
          new Weighted(Kind.PAUSE, Target.GATEWAY, 1),
          new Weighted(Kind.PAUSE, Target.TEMPORAL, 1),
          new Weighted(Kind.PAUSE, Target.POSTGRES, 1),
          new Weighted(Kind.CUT, Target.POSTGRES, 3),
          new Weighted(Kind.CUT, Target.TEMPORAL, 3),
          new Weighted(Kind.BLACKHOLE, Target.POSTGRES, 1),
          new Weighted(Kind.BLACKHOLE, Target.TEMPORAL, 1),
          new Weighted(Kind.PAUSE, Target.SECOND_WORKER, 2),
          new Weighted(Kind.LEAVE, Target.SECOND_WORKER, 2),
          new Weighted(Kind.TAKE_IN_THE_GAP, Target.WORKER, 2),
          new Weighted(Kind.FORGET, Target.TEMPORAL, 3),
          new Weighted(Kind.LOSE, Target.TEMPORAL, 3));

  private static final int FLOODING = 0;
  private static final int EAGER = 1;

  private record Weighted(Kind kind, Target target, int weight) {}

  /**
   * @param run tells the candidates of one run from those of others on the same installation
   */
  public static SeededPlan of(long seed, int run, Duration length) {
    Duration load = length.multipliedBy(6).dividedBy(10);
    boolean twoWorkers = Dice.of(seed, "workers").chance(0.5);
    return new SeededPlan(
        seed, load, twoWorkers, people(seed, run, load), faults(seed, load, twoWorkers));
  }

  /** How the numbers of a run's candidates begin. */
  public static String prefix(int run) {
    return "55119%04d".formatted(run % 10_000);
  }

  private static List<Person> people(long seed, int run, Duration load) {
    Dice dice = Dice.of(seed, "people");
    int count = dice.between(30, 45);
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      people.add(
          new Person(
              i,
              prefix(run) + "%04d".formatted(i),
              "Candidate " + (i + 1),
              temper(dice, i),
              i == EAGER ? 0 : dice.between(0, (int) load.toMillis() / 2),
              i == EAGER ? 20 : dice.chance(0.3) ? dice.between(0, 3) : dice.between(4, 14)));
    }
    return List.copyOf(people);
  }

  private static Temper temper(Dice dice, int index) {
    double throwOf = dice.fraction();
    if (index == FLOODING) {
      return Temper.FLOODS;
    }
    if (index == EAGER) {
      return Temper.EAGER;
    }
    if (throwOf < 0.4) {
      return Temper.SENSIBLE;
    }
    if (throwOf < 0.6) {
      return Temper.SENSELESS;
    }
    if (throwOf < 0.85) {
      return Temper.BURSTS;
    }
    return throwOf < 0.93 ? Temper.ASKS_FOR_PERSON : Temper.LEAVES;
  }

  private static List<Fault> faults(long seed, Duration load, boolean twoWorkers) {
    Dice dice = Dice.of(seed, "faults");
    int last = (int) (load.toMillis() * FAULTS_END);
    int count = Math.max(2, last / 3000) + dice.between(0, 2);
    List<Fault> faults = new ArrayList<>();
    if (dice.chance(twoWorkers ? 0.9 : 0.3)) {
      // Early, while the worker is not yet hurt otherwise.
      faults.add(
          new Fault(
              dice.between(FIRST_FAULT, 2 * FIRST_FAULT),
              Kind.TAKE_IN_THE_GAP,
              Target.WORKER,
              gap(dice, twoWorkers)));
    }
    for (int i = 0; i < count; i++) {
      Weighted chosen = weighted(dice);
      if (chosen.target() == Target.SECOND_WORKER && !twoWorkers) {
        continue;
      }
      int millis =
          chosen.kind() == Kind.TAKE_IN_THE_GAP
              ? gap(dice, twoWorkers)
              : length(dice, chosen.kind());
      faults.add(
          new Fault(
              dice.between(FIRST_FAULT, Math.max(FIRST_FAULT, last)),
              chosen.kind(),
              chosen.target(),
              millis));
    }
    faults.sort(Comparator.comparing(Fault::atMillis));
    return List.copyOf(faults);
  }

  private static Weighted weighted(Dice dice) {
    int sum = WEIGHTS.stream().mapToInt(Weighted::weight).sum();
    int left = dice.between(0, sum - 1);
    for (Weighted weighted : WEIGHTS) {
      left -= weighted.weight();
      if (left < 0) {
        return weighted;
      }
    }
    throw new IllegalStateException("Weights are positive");
  }

  /** With a second worker the freeze lasts until that one has answered the takeover. */
  private static int gap(Dice dice, boolean twoWorkers) {
    return twoWorkers ? dice.between(500, 2000) : dice.between(300, 5000);
  }

  private static int length(Dice dice, Kind kind) {
    return switch (kind) {
      case KILL, STOP -> dice.chance(0.6) ? 0 : dice.between(200, 4000);
      // Some pauses outlast a workflow task's ten seconds: then another worker goes on meanwhile.
      case PAUSE -> dice.chance(0.5) ? dice.between(300, 3000) : dice.between(6000, 14_000);
      case CUT, LEAVE, FORGET, LOSE, TAKE_IN_THE_GAP -> 0;
      case BLACKHOLE -> dice.between(1000, 6000);
    };
  }
}
