package io.talaria.worker.whatsapp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Opens when WhatsApp answers slowly, so that replies leave by the governed queue and takeovers
 * stay quick: for ten seconds after the 95th percentile of recent calls went over two seconds. One
 * slow call alone is no reason.
 */
final class Breaker {
  private static final int RECENT = 20;
  private static final int ENOUGH = 10;
  private static final Duration SLOW = Duration.ofSeconds(2);
  private static final Duration OPEN = Duration.ofSeconds(10);

  private final Deque<Duration> recent = new ArrayDeque<>();
  private Deadline openUntil = Deadline.in(Duration.ZERO);

  synchronized boolean isOpen() {
    return !openUntil.passed();
  }

  synchronized void took(Duration duration) {
    recent.addLast(duration);
    if (recent.size() > RECENT) {
      recent.removeFirst();
    }
    if (recent.size() >= ENOUGH && percentile95().compareTo(SLOW) > 0) {
      openUntil = Deadline.in(OPEN);
      recent.clear();
    }
  }

  private Duration percentile95() {
    var sorted = recent.stream().sorted().toList();
    return sorted.get((int) (0.95 * (sorted.size() - 1)));
  }
}
