package io.talaria.dev.storm;

import io.talaria.dev.storm.check.StatusesForward;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Looks at the statuses again and again while the storm lasts: afterwards nobody could tell. */
final class StatusWatch {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(700);

  private final Moments moments;
  private final String prefix;
  private final Map<String, String> seen = new HashMap<>();
  private final Queue<String> backwards = new ConcurrentLinkedQueue<>();

  StatusWatch(Moments moments, String prefix) {
    this.moments = moments;
    this.prefix = prefix;
  }

  void look(Instant end) throws InterruptedException {
    while (Instant.now().isBefore(end)) {
      Thread.sleep(BETWEEN_LOOKS);
      try {
        moments.statuses(prefix).forEach(this::compare);
      } catch (SQLException e) {
        // PostgreSQL is one of those that fall over; the next look finds it.
        continue;
      }
    }
  }

  private void compare(String key, String status) {
    String before = seen.put(key, status);
    if (StatusesForward.step(before) > StatusesForward.step(status)) {
      backwards.add("%s from %s to %s".formatted(key, before, status));
    }
  }

  List<String> backwards() {
    return List.copyOf(backwards);
  }
}
