package io.talaria.worker.interleaving.temporal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody does in a life.
 *
 * @param at since the life began
 * @param within the moment of the journey's next call in which it is done; null for right away
 */
record Step(int number, Duration at, Kind kind, @Nullable Moment within) {
  /** Who does what. */
  enum Kind {
    WRITES,
    WRITES_MUCH,
    RECRUITER_ACTS,
    RECRUITER_REPEATS,
    STATUSES_COME,
    /** Whoever wakes journeys says that this one is due; mostly it isn't. */
    WAKES
  }

  /** A life of seven to fourteen steps, some in one breath, some after most of an hour. */
  static List<Step> of(Dice dice) {
    SplittableRandom random = dice.about("steps");
    var steps = new ArrayList<Step>();
    Duration at = Duration.ofMillis(random.nextInt(2000));
    steps.add(new Step(0, at, Kind.WRITES, null));
    int last = 6 + random.nextInt(8);
    for (int number = 1; number <= last; number++) {
      at = at.plus(pause(random));
      steps.add(new Step(number, at, kind(random), within(random)));
    }
    steps.addAll(wakes(dice, at));
    return steps.stream().sorted(Comparator.comparing(Step::at)).toList();
  }

  private static List<Step> wakes(Dice dice, Duration last) {
    SplittableRandom random = dice.about("wakes");
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(
            n -> {
              var at = Duration.ofMillis(random.nextLong(last.toMillis() + 1));
              return new Step(200 + n, at, Kind.WAKES, within(random));
            })
        .toList();
  }

  private static Duration pause(SplittableRandom random) {
    int of = random.nextInt(100);
    if (of < 40) {
      return Duration.ofMillis(random.nextInt(40));
    }
    if (of < 70) {
      return Duration.ofMillis(300 + random.nextInt(6000));
    }
    return of < 88
        ? Duration.ofSeconds(10 + random.nextInt(110))
        : Duration.ofMinutes(10 + random.nextInt(40));
  }

  private static Kind kind(SplittableRandom random) {
    int of = random.nextInt(100);
    if (of < 34) {
      return Kind.WRITES;
    }
    if (of < 44) {
      return Kind.WRITES_MUCH;
    }
    if (of < 82) {
      return Kind.RECRUITER_ACTS;
    }
    if (of < 91) {
      return Kind.RECRUITER_REPEATS;
    }
    return Kind.STATUSES_COME;
  }

  private static @Nullable Moment within(SplittableRandom random) {
    Moment[] moments = Moment.values();
    return random.nextBoolean() ? null : moments[random.nextInt(moments.length)];
  }
}
