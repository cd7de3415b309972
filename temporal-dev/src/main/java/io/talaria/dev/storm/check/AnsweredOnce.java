package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.JournalView.Event;
import io.talaria.dev.storm.check.JournalView.Journey;
import io.talaria.dev.storm.check.JournalView.Message;
import io.talaria.dev.storm.check.JournalView.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Every message is answered by exactly one turn. A candidate whom a person had in hand, or was
 * called for, or whose journey ended, may have messages that no turn of the bot answers.
 */
final class AnsweredOnce implements Check {
  @Override
  public String name() {
    return "every message is answered once";
  }

  @Override
  public List<Violation> violations(Evidence evidence) {
    List<Violation> found = new ArrayList<>();
    Map<UUID, String> answeredBy = new HashMap<>();
    for (Turn turn : evidence.journal().turns()) {
      for (UUID input : turn.inputs()) {
        String other = answeredBy.put(input, turn.key());
        if (other != null) {
          found.add(
              new Violation(
                  name(),
                  turn.number(),
                  "message " + input + " is in two turns",
                  List.of(other, turn.key())));
        }
      }
    }
    Set<String> alone = onlyWithTheBot(evidence);
    for (Message message : evidence.journal().messages()) {
      if (message.inbound()
          && alone.contains(message.number())
          && !answeredBy.containsKey(message.id())) {
        found.add(
            new Violation(
                name(),
                message.number(),
                "message %s (seq %d) is in no turn".formatted(message.id(), message.seq()),
                List.of(String.valueOf(message.wamid()))));
      }
    }
    for (Journey journey : evidence.journal().journeys()) {
      if (journey.botSpeaks() && journey.open() > 0) {
        found.add(
            new Violation(
                name(),
                journey.number(),
                journey.open() + " messages wait for the bot",
                List.of(journey.id().toString())));
      }
    }
    return found;
  }

  private static Set<String> onlyWithTheBot(Evidence evidence) {
    Set<String> numbers =
        evidence.journal().journeys().stream()
            .filter(Journey::botSpeaks)
            .map(Journey::number)
            .collect(Collectors.toCollection(HashSet::new));
    for (Event event : evidence.journal().events()) {
      boolean person =
          event.type().equals("OperatorTakeover")
              || event.type().equals("JourneyEnded")
              || (event.type().equals("CandidateStateChanged")
                  && !"language".equals(event.body().get("what")));
      if (person) {
        numbers.remove(event.number());
      }
    }
    return numbers;
  }
}
