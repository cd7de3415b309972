package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.JournalView.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was sent to a candidate was accepted in the order in which the transcript shows it; with it
 * the bubbles of one reply.
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
    return found;
  }
}
