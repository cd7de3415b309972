package io.talaria.dev.whatsapp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** WhatsApp's two rates, without the burst that the real one lends: the harsh case. */
@Component
class Throttle {
  private static final int PER_SECOND = 80;
  private static final Duration PAIR = Duration.ofSeconds(6);

  private final Map<String, Instant> lastTo = new HashMap<>();
  private final Deque<Instant> lastSecond = new ArrayDeque<>();

  /**
   * @throws GraphRefusal 131056 or 130429; a refused send doesn't count
   */
  synchronized void pass(String to) {
    Instant now = Instant.now();
    while (!lastSecond.isEmpty() && lastSecond.peekFirst().isBefore(now.minusSeconds(1))) {
      lastSecond.removeFirst();
    }
    if (lastSecond.size() >= PER_SECOND) {
      throw new GraphRefusal(130429, "Cloud API message throughput has been reached.");
    }
    Instant last = lastTo.get(to);
    if (last != null && now.isBefore(last.plus(PAIR))) {
      throw new GraphRefusal(131056, "Too many messages to the same number in a short time.");
    }
    lastSecond.addLast(now);
    lastTo.put(to, now);
  }
}
