package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.Evidence.Call;
import io.talaria.dev.storm.check.JournalView.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was sent to a candidate was accepted in the order in which the transcript shows it. The
 * transcript's order is that in which sends began, which says nothing of the bubbles of one reply:
 * each is called only when the one before is known to have left, by the answer to its own call, by
 * a status, or by a person.
 */
final class OrderKept implements Check {
  @Override
  public String name() {
    return "sends keep their order";
  }

  @Override
  public List<Violation> violations(Evidence evidence) {
    // The list is in the order of acceptance.
    Map<String, Integer> place = new HashMap<>();
    for (Accepted accepted : evidence.accepted()) {
      place.putIfAbsent(String.valueOf(accepted.key()), place.size());
    }
    List<Violation> found = new ArrayList<>();
    transcript(evidence, place, found);
    for (Accepted accepted : evidence.accepted()) {
      String key = String.valueOf(accepted.key());
      Outcomes.before(key)
          .filter(before -> place.getOrDefault(before, -1) > place.getOrDefault(key, 0))
          .ifPresent(
              before ->
                  found.add(violation(accepted.number(), "was accepted before", key, before)));
    }
    Outcomes outcomes = new Outcomes(evidence);
    for (Call call : outcomes.following()) {
      String before = Outcomes.before(call.key()).orElseThrow();
      Optional<Instant> left = outcomes.leftBy(before);
      if (left.isEmpty() || call.receivedAt().isBefore(left.get())) {
        found.add(
            violation(
                call.number(),
                "was called at %s, before (%s) anybody could know of"
                    .formatted(call.receivedAt(), left.map(Instant::toString).orElse("never")),
                call.key(),
                before));
      }
    }
    return found;
  }

  private void transcript(Evidence evidence, Map<String, Integer> place, List<Violation> found) {
    Map<String, List<Message>> sent =
        evidence.journal().messages().stream()
            .filter(message -> !message.inbound() && place.containsKey(message.intentKey()))
            .sorted(Comparator.comparing(Message::seq))
            .collect(Collectors.groupingBy(Message::number));
    sent.forEach(
        (number, messages) -> {
          for (int i = 1; i < messages.size(); i++) {
            String before = String.valueOf(messages.get(i - 1).intentKey());
            String after = String.valueOf(messages.get(i).intentKey());
            if (place.getOrDefault(before, 0) > place.getOrDefault(after, 0)) {
              found.add(
                  new Violation(
                      name(),
                      number,
                      "seq %d was accepted after seq %d"
                          .formatted(messages.get(i - 1).seq(), messages.get(i).seq()),
                      List.of(before, after)));
            }
          }
        });
  }

  private Violation violation(String number, String what, String key, String before) {
    return new Violation(
        name(), number, "a bubble " + what + " the one before it", List.of(key, before));
  }
}
