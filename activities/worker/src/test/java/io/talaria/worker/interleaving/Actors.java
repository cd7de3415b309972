package io.talaria.worker.interleaving;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * Threads of which one runs at a time, chosen by a seed at every {@link #pause}: the same seed is
 * the same interleaving. A killed one never runs again; a frozen one goes on later.
 */
final class Actors {
  private static final int MOST_STEPS = 20_000;

  private final Random random;
  private final Runnable everyStep;
  private final List<Actor> all = new ArrayList<>();
  private Actor current;

  Actors(Random random, Runnable everyStep) {
    this.random = random;
    this.everyStep = everyStep;
  }

  /** One of them. */
  final class Actor {
    private final Semaphore turn = new Semaphore(0);
    private final Semaphore done = new Semaphore(0);
    private boolean over;
    private boolean killed;
    private int frozen;
    private BooleanSupplier ready = () -> true;
    private Throwable failure;

    void kill() {
      killed = true;
    }

    void freeze(int steps) {
      frozen = steps;
    }

    boolean over() {
      return over || killed;
    }
  }

  private static final class Killed extends RuntimeException {}

  Actor start(Runnable life) {
    var actor = new Actor();
    Thread.ofVirtual()
        .start(
            () -> {
              actor.turn.acquireUninterruptibly();
              try {
                if (!actor.killed) {
                  life.run();
                }
              } catch (Killed ignored) {
                // Its thread ends here; whatever it had begun stays as it was.
              } catch (Throwable failure) {
                actor.failure = failure;
              } finally {
                actor.over = true;
                actor.done.release();
              }
            });
    all.add(actor);
    return actor;
  }

  /** Somebody else may run now, or this one is killed here. */
  void pause() {
    Actor me = current;
    me.done.release();
    me.turn.acquireUninterruptibly();
    if (me.killed) {
      throw new Killed();
    }
  }

  /** This one ends, as if it were killed. */
  void endHere() {
    throw new Killed();
  }

  /** Goes on when this is so, or is killed here. */
  void await(BooleanSupplier ready) {
    current.ready = ready;
    pause();
  }

  private List<Actor> able() {
    var able = new ArrayList<Actor>();
    for (Actor actor : all) {
      if (actor.frozen > 0) {
        actor.frozen--;
      } else if (actor.killed || actor.ready.getAsBoolean()) {
        able.add(actor);
      }
    }
    return able;
  }

  /** Lets so many steps of others pass. */
  void idle(int steps) {
    current.frozen = steps;
    pause();
  }

  /** Runs until all are over. */
  void run() {
    for (int step = 0; all.stream().anyMatch(actor -> !actor.over); step++) {
      if (step > MOST_STEPS) {
        throw new AssertionError("Somebody waits for ever");
      }
      everyStep.run();
      List<Actor> able = able();
      if (able.isEmpty()) {
        continue;
      }
      current = able.get(random.nextInt(able.size()));
      current.ready = () -> true;
      current.turn.release();
      current.done.acquireUninterruptibly();
      if (current.failure != null) {
        throw new AssertionError("An actor failed", current.failure);
      }
      all.removeIf(actor -> actor.over);
    }
  }
}
