package io.talaria.worker.interleaving.temporal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Lives that are lived at the same time, each to its end. */
final class Lives {
  /** For the moment within which a step is to be done. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /** Longer than an owner may be silent, with what follows. */
  private static final int CALMS = 4;

  private static final Duration CALM = Duration.ofMinutes(20);
  private static final Duration FOR_ANSWERS = Duration.ofSeconds(20);

  private final LivingWorld world;
  private final List<Life> all;

  private record Due(Instant at, Runnable what) {}

  Lives(LivingWorld world, List<Life> all) {
    this.world = world;
    this.all = all;
    all.forEach(world::begins);
  }

  void live() throws InterruptedException {
    var due = new PriorityQueue<Due>(Comparator.comparing(Due::at));
    Instant begun = world.now();
    for (Life life : all) {
      for (Step step : life.steps) {
        Instant at = begun.plus(step.at());
        due.add(
            step.within() == null
                ? new Due(at, () -> life.people.act(step))
                : new Due(at, () -> life.awaits(step)));
        if (step.within() != null) {
          due.add(new Due(at.plus(LONGEST_WAIT), () -> life.awaitsNoLonger(step)));
        }
      }
    }
    while (!due.isEmpty()) {
      Due next = due.poll();
      Duration left = Duration.between(world.now(), next.at());
      if (left.isPositive()) {
        world.passes(left);
      }
      next.what().run();
    }
    calmDown();
  }

  /** Everybody gets their answers, what nobody knew is told, and owners who are silent lose it. */
  private void calmDown() throws InterruptedException {
    for (int i = 0; i < CALMS; i++) {
      for (Life life : all) {
        life.people.statusesCome();
        life.people.messagesAreToldAgain();
      }
      world.passes(CALM);
      long end = System.nanoTime() + FOR_ANSWERS.toNanos();
      while (!all.stream().allMatch(life -> life.people.areDone()) && System.nanoTime() < end) {
        Thread.sleep(10);
        world.passes(Duration.ofSeconds(1));
      }
    }
  }
}
