package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.Told;
import io.talaria.dev.storm.check.JournalView.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A send's status never goes back, and reaches the furthest that WhatsApp told. */
public final class StatusesForward implements Check {
  private static final List<String> STEPS = List.of("sent", "delivered", "read");

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
    Map<String, Integer> furthest =
        evidence.told().stream()
            .collect(Collectors.toMap(Told::key, told -> step(told.status()), Math::max));
    for (Intent intent : evidence.journal().intents()) {
      int told = furthest.getOrDefault(intent.key(), -1);
      if (told >= 0 && !"failed".equals(intent.status()) && step(intent.status()) < told) {
        found.add(
            new Violation(
                name(),
                intent.number(),
                "told %s, shows %s".formatted(STEPS.get(told), intent.status()),
                List.of(intent.key())));
      }
    }
    return found;
  }

  /** How far a status is; -1 for none, and for a failure, which is no step on this way. */
  public static int step(@org.jspecify.annotations.Nullable String status) {
    return status == null ? -1 : STEPS.indexOf(status);
  }
}
