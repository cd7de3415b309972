package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.Said;
import io.talaria.dev.storm.check.JournalView.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Every message that was acknowledged stands exactly once in the transcript, and no other does. */
final class InboundOnce implements Check {
  @Override
  public String name() {
    return "acknowledged messages stand once in the transcript";
  }

  @Override
  public List<Violation> violations(Evidence evidence) {
    Map<String, Long> times =
        evidence.journal().messages().stream()
            .filter(Message::inbound)
            .collect(
                Collectors.groupingBy(
                    message -> String.valueOf(message.wamid()), Collectors.counting()));
    List<Violation> found = new ArrayList<>();
    for (Said said : evidence.said()) {
      long count = times.getOrDefault(said.wamid(), 0L);
      if (count > 1 || (count == 0 && said.ackedAt() != null)) {
        found.add(
            new Violation(
                name(),
                said.number(),
                "acknowledged at %s, in the transcript %d times".formatted(said.ackedAt(), count),
                List.of(said.wamid())));
      }
    }
    Set<String> known = evidence.said().stream().map(Said::wamid).collect(Collectors.toSet());
    times.keySet().stream()
        .filter(wamid -> !known.contains(wamid))
        .forEach(
            wamid -> found.add(new Violation(name(), "", "nobody wrote this", List.of(wamid))));
    return found;
  }
}
