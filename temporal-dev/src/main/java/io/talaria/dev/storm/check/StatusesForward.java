package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.Reported;
import io.talaria.dev.storm.check.Evidence.Told;
import io.talaria.dev.storm.check.JournalView.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A send's status never goes back, reaches the furthest that WhatsApp told and goes no further, and
 * the send counts as sent or failed by it. A failure outweighs "sent" and is outweighed by an
 * arrival: a person with two devices may get on one what failed on the other.
 */
public final class StatusesForward implements Check {
  static final List<String> STEPS = List.of("sent", "failed", "delivered", "read", "played");

  @Override
  public String name() {
    return "statuses go forward to the last that was told";
  }

  @Override
  public List<Violation> violations(Evidence evidence) {
    List<Violation> found = new ArrayList<>();
    evidence
        .backwards()
        .forEach(what -> found.add(new Violation(name(), "", "went back: " + what, List.of())));
    Map<String, Integer> told =
        evidence.told().stream()
            .collect(Collectors.toMap(Told::key, one -> step(one.status()), Math::max));
    Map<String, Integer> reported =
        evidence.reported().stream()
            .collect(Collectors.toMap(Reported::key, one -> step(one.status()), Math::max));
    for (Intent intent : evidence.journal().intents()) {
      String fault =
          fault(
              intent, told.getOrDefault(intent.key(), -1), reported.getOrDefault(intent.key(), -1));
      if (fault != null) {
        found.add(new Violation(name(), intent.number(), fault, List.of(intent.key())));
      }
    }
    return found;
  }

  /**
   * @param told step of the furthest that was acknowledged
   * @param reported step of the furthest that may have come
   */
  private static @Nullable String fault(Intent intent, int told, int reported) {
    int shown = step(intent.status());
    if (shown < told) {
      return "told %s, shows %s".formatted(STEPS.get(told), intent.status());
    }
    if (shown > reported) {
      return "shows %s, which nobody told".formatted(intent.status());
    }
    // What a person decided before the status was looked at stands.
    boolean agrees =
        shown < 0
            || intent.settledByPerson()
            || intent.state().equals("failed".equals(intent.status()) ? "FAILED" : "SENT");
    return agrees ? null : "shows %s, is %s".formatted(intent.status(), intent.state());
  }

  /** How far a status is; -1 for none. */
  public static int step(@Nullable String status) {
    return STEPS.indexOf(Objects.requireNonNullElse(status, ""));
  }
}
