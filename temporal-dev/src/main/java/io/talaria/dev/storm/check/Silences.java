package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.Evidence.Said;
import io.talaria.dev.storm.check.JournalView.Intent;
import io.talaria.dev.storm.check.JournalView.Journey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who has been silent since when, by what was sent and said alone, whatever the journal believes:
 * for candidates of whom no person ever had to do.
 */
final class Silences {
  private static final String NUDGE = "nudge:";

  private final Evidence evidence;
  private final Set<String> alone;

  /** Everything but reminders that was accepted last, by number. */
  private final Map<String, Accepted> last = new HashMap<>();

  Silences(Evidence evidence) {
    this.evidence = evidence;
    this.alone = evidence.journal().onlyWithTheBot();
    evidence.accepted().stream()
        .filter(accepted -> !reminds(accepted))
        .forEach(accepted -> last.put(accepted.number(), accepted));
  }

  /**
   * The question that this journey's candidate has not answered; empty as well while that is in
   * doubt. What was acknowledged before the question left is no answer to it.
   */
  Optional<Accepted> unanswered(Journey journey) {
    return Optional.ofNullable(last.get(journey.number()))
        .filter(asked -> journey.botSpeaks() && journey.open() == 0)
        .filter(asked -> alone.contains(journey.number()))
        .filter(asked -> asked.text().contains(evidence.script().asks()))
        .filter(asked -> evidence.said().stream().noneMatch(said -> mayAnswer(said, asked)));
  }

  private static boolean mayAnswer(Said said, Accepted asked) {
    Instant acked = said.ackedAt();
    return said.number().equals(asked.number())
        && (acked == null || !acked.isBefore(asked.receivedAt()));
  }

  /**
   * Pairs of reminders between which nothing was sent, of which the second one is not a later one.
   * They may bear the names of two silences: a reminder that was decided before a person's words
   * leaves behind them, and is counted as the first of the silence that they begin.
   */
  List<List<Accepted>> doubled() {
    List<List<Accepted>> found = new ArrayList<>();
    Map<String, Accepted> before = new HashMap<>();
    for (Accepted accepted : evidence.accepted()) {
      if (!reminds(accepted)) {
        before.remove(accepted.number());
        continue;
      }
      Accepted other = before.put(accepted.number(), accepted);
      if (other != null
          && alone.contains(accepted.number())
          && number(accepted) <= number(other)
          && !knownLate(owed(accepted))) {
        found.add(List.of(other, accepted));
      }
    }
    return found;
  }

  /** A question of which the journal heard by a status may have left before the first reminder. */
  private boolean knownLate(String key) {
    return evidence.journal().intents().stream()
        .filter(intent -> intent.key().equals(key))
        .map(Intent::settledBy)
        .anyMatch(by -> !"answer".equals(by));
  }

  private static boolean reminds(Accepted accepted) {
    return String.valueOf(accepted.key()).startsWith(NUDGE);
  }

  /** The send that names a reminder's silence. */
  private static String owed(Accepted reminder) {
    String key = String.valueOf(reminder.key());
    return key.substring(NUDGE.length(), key.lastIndexOf(':'));
  }

  /** Which of its silence's reminders it is. */
  private static int number(Accepted reminder) {
    String key = String.valueOf(reminder.key());
    return Integer.parseInt(key.substring(key.lastIndexOf(':') + 1, key.lastIndexOf('/')));
  }
}
