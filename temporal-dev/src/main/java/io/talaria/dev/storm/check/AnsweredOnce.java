package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.JournalView.Intent;
import io.talaria.dev.storm.check.JournalView.Journey;
import io.talaria.dev.storm.check.JournalView.Message;
import io.talaria.dev.storm.check.JournalView.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Every message is answered by exactly one turn, and the network has accepted each bubble of it. A
 * candidate whom a person had in hand, or was called for, or whose journey ended, may have messages
 * that no turn of the bot answers, and so may one whose reply waits for a send of which nobody
 * knows. What a person says beside the bot answers nothing.
 */
final class AnsweredOnce implements Check {
  private static final Set<String> NEVER_ACCEPTED = Set.of("REJECTED", "FAILED", "UNCERTAIN");

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
                  List.of(
                      sends(evidence.journal(), other), sends(evidence.journal(), turn.key()))));
        }
      }
    }
    Set<String> alone = evidence.journal().onlyWithTheBot();
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
    everyBubble(evidence, alone, found);
    for (Journey journey : evidence.journal().journeys()) {
      if (journey.botSpeaks() && journey.open() > 0 && journey.uncertain() == 0) {
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

  /** What became of a turn's bubbles: of one that never left, the candidate has heard nothing. */
  private static String sends(JournalView journal, String turn) {
    return journal.intents().stream()
        .filter(intent -> turn.equals(intent.turnKey()))
        .map(
            intent ->
                "%d %s by %s".formatted(intent.position(), intent.state(), intent.settledBy()))
        .collect(Collectors.joining(", ", turn + ": ", ""));
  }

  /** What follows a bubble that was refused isn't said, and what follows an unknown one waits. */
  private void everyBubble(Evidence evidence, Set<String> alone, List<Violation> found) {
    Set<String> accepted =
        evidence.accepted().stream()
            .map(send -> String.valueOf(send.key()))
            .collect(Collectors.toSet());
    Map<String, Intent> intents =
        evidence.journal().intents().stream()
            .collect(Collectors.toMap(Intent::key, intent -> intent, (a, b) -> a));
    for (Turn turn : evidence.journal().turns()) {
      if (turn.inputs().isEmpty() || !alone.contains(turn.number())) {
        continue;
      }
      for (int bubble = 0; bubble < turn.bubbles(); bubble++) {
        String key = turn.key() + "/" + bubble;
        Intent intent = intents.get(key);
        if (accepted.contains(key) || (intent != null && intent.settledByPerson())) {
          continue;
        }
        if (intent == null || !NEVER_ACCEPTED.contains(intent.state())) {
          found.add(
              new Violation(
                  name(),
                  turn.number(),
                  "a message counts as answered, but bubble %d of %d was never accepted"
                      .formatted(bubble + 1, turn.bubbles()),
                  List.of(key)));
        }
        break;
      }
    }
  }
}
