package io.talaria.console.plans;

import java.time.Duration;

/** Tells of something that goes fast only as often as people can read. */
class Paced {
  private static final long PAUSE = Duration.ofMillis(400).toNanos();

  private long last = System.nanoTime();

  void run(Runnable tell) {
    long now = System.nanoTime();
    if (now - last >= PAUSE) {
      last = now;
      tell.run();
    }
  }
}
