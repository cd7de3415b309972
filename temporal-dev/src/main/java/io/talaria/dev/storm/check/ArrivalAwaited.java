package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the definition has a bubble wait until the one before was delivered, it is called only when
 * WhatsApp has told so, or has told nothing for half a minute.
 */
final class ArrivalAwaited implements Check {
  @Override
  public String name() {
    return "what waits for an arrival leaves after it";
  }

  @Override
  public List<Violation> violations(Evidence evidence) {
    List<Violation> found = new ArrayList<>();
    Outcomes outcomes = new Outcomes(evidence);
    for (Call call : outcomes.following()) {
      if (evidence.script().afterArrival().stream().noneMatch(call.text()::startsWith)) {
        continue;
      }
      String before = Outcomes.before(call.key()).orElseThrow();
      Optional<Instant> arrived = outcomes.arrivedBy(before);
      if (arrived.isEmpty() || call.receivedAt().isBefore(arrived.get())) {
        found.add(
            new Violation(
                name(),
                call.number(),
                "called at %s, but the one before may be waited for until %s"
                    .formatted(call.receivedAt(), arrived.map(Instant::toString).orElse("ever")),
                List.of(call.key(), before)));
      }
    }
    return found;
  }
}
