package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.Evidence.Asked;
import io.talaria.dev.storm.check.Evidence.What;
import io.talaria.dev.storm.check.JournalView.Event;
import io.talaria.dev.storm.check.JournalView.Journey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Of every silence each reminder is sent at most once, and what was due has happened: a reminder
 * that counts has left, and so have a recruiter's words for a time. Who is silent since when, the
 * journal tells; where no person is in it, what was sent and said tells it as well.
 */
final class TimersOnce implements Check {
  /** Of the definition: when reminders come, and when a candidate counts as at risk, in hours. */
  private static final List<Integer> NUDGES = List.of(4, 20);

  private static final int AT_RISK = 24;

  /** What has just become due may be on its way still. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(6);

  @Override
  public String name() {
    return "timers are neither lost nor doubled";
  }

  @Override
  public List<Violation> violations(Evidence evidence) {
    List<Violation> found = new ArrayList<>();
    Map<String, List<Accepted>> nudges =
        evidence.accepted().stream()
            .filter(accepted -> String.valueOf(accepted.key()).startsWith("nudge:"))
            .filter(accepted -> String.valueOf(accepted.key()).endsWith("/0"))
            .collect(Collectors.groupingBy(accepted -> String.valueOf(accepted.key())));
    nudges.forEach(
        (key, accepted) -> {
          if (accepted.size() > 1) {
            found.add(
                new Violation(
                    name(),
                    accepted.getFirst().number(),
                    "a reminder came " + accepted.size() + " times",
                    List.of(key)));
          }
        });
    Silences silences = new Silences(evidence);
    for (List<Accepted> pair : silences.doubled()) {
      found.add(
          new Violation(
              name(),
              pair.getFirst().number(),
              "a reminder follows one of the same silence that is no earlier",
              pair.stream().map(send -> String.valueOf(send.key())).toList()));
    }
    for (Journey journey : evidence.journal().journeys()) {
      Instant since = journey.owesSince();
      // A reply of which nobody knows how far it came waits for a person, and reminders behind it.
      if (journey.botSpeaks() && journey.uncertain() == 0 && since != null) {
        due(evidence, journey, since, found);
      }
      silences
          .unanswered(journey)
          .ifPresent(asked -> dueByTheLedger(evidence, journey, asked, found));
    }
    atRiskOnce(evidence, found);
    evidence.asked().stream()
        .filter(asked -> asked.what() == What.SCHEDULED)
        .forEach(asked -> leftInTime(evidence, asked, found));
    return found;
  }

  private void due(Evidence evidence, Journey journey, Instant since, List<Violation> found) {
    long due = NUDGES.stream().filter(hours -> isPast(evidence, since, hours)).count();
    if (journey.nudges() < due) {
      found.add(
          new Violation(
              name(),
              journey.number(),
              "silent since %s, %d reminders were due, %d are counted"
                  .formatted(since, due, journey.nudges()),
              List.of(Objects.toString(journey.owedKey()))));
    }
    lastOneLeft(evidence, journey, found);
    if (isPast(evidence, since, AT_RISK) && !journey.atRisk()) {
      found.add(
          new Violation(
              name(), journey.number(), "silent since " + since + ", not at risk", List.of()));
    }
  }

  /** Whatever the journal counts: of several that are due at once the last one leaves. */
  private void dueByTheLedger(
      Evidence evidence, Journey journey, Accepted asked, List<Violation> found) {
    Instant since = asked.receivedAt();
    long due = NUDGES.stream().filter(hours -> isPast(evidence, since, hours)).count();
    boolean reminded =
        IntStream.rangeClosed((int) due, NUDGES.size())
            .anyMatch(number -> left(evidence, "nudge:%s:%d/0".formatted(asked.key(), number)));
    if (due > 0 && !reminded) {
      found.add(
          new Violation(
              name(),
              journey.number(),
              "asked at %s, no answer since: reminder %d never left; the journal: %s"
                  .formatted(since, due, believed(journey)),
              List.of(String.valueOf(asked.key()))));
    }
    if (isPast(evidence, since, AT_RISK) && !journey.atRisk()) {
      found.add(
          new Violation(
              name(),
              journey.number(),
              "asked at %s, no answer since: not at risk; the journal: %s"
                  .formatted(since, believed(journey)),
              List.of(String.valueOf(asked.key()))));
    }
  }

  /** What the journal has instead of what the ledger tells. */
  private static String believed(Journey journey) {
    return "silent since %s after %s, %d reminders"
        .formatted(journey.owesSince(), journey.owedKey(), journey.nudges());
  }

  /** Of several that are due at once only the last one leaves. */
  private void lastOneLeft(Evidence evidence, Journey journey, List<Violation> found) {
    if (journey.nudges() == 0) {
      return;
    }
    String key = "nudge:%s:%d/0".formatted(journey.owedKey(), journey.nudges());
    if (!left(evidence, key)) {
      found.add(
          new Violation(
              name(), journey.number(), "a reminder is counted, but it never left", List.of(key)));
    }
  }

  /** Whether the network took it, or the journal tells why it may not have, or a person said so. */
  private static boolean left(Evidence evidence, String key) {
    return evidence.accepted().stream().anyMatch(send -> key.equals(send.key()))
        || evidence.journal().intents().stream()
            .filter(intent -> key.equals(intent.key()))
            .anyMatch(intent -> !intent.state().equals("SENT") || intent.settledByPerson());
  }

  private void leftInTime(Evidence evidence, Asked asked, List<Violation> found) {
    Instant due = asked.dueAt();
    boolean expected =
        due != null
            && asked.answeredAt() != null
            && !asked.withdrawn()
            && evidence.at().isAfter(due.plus(ON_ITS_WAY));
    if (!expected || left(evidence, asked.key())) {
      return;
    }
    boolean told =
        evidence.journal().events().stream()
            .anyMatch(
                event ->
                    event.type().equals("ScheduledNotSent")
                        && event.cause().equals(asked.request()));
    boolean waits =
        evidence.journal().journeys().stream()
            .anyMatch(journey -> journey.scheduled().contains(asked.request()));
    if (!told) {
      found.add(
          new Violation(
              name(),
              asked.number(),
              "words for %s %s".formatted(due, waits ? "still wait" : "are gone"),
              List.of(asked.key())));
    }
  }

  private static boolean isPast(Evidence evidence, Instant since, int hours) {
    Instant deadline = since.plus(evidence.script().hour().multipliedBy(hours));
    return evidence.at().isAfter(deadline.plus(ON_ITS_WAY));
  }

  private void atRiskOnce(Evidence evidence, List<Violation> found) {
    evidence.journal().events().stream()
        .filter(event -> event.type().equals("CandidateAtRisk"))
        .collect(
            Collectors.groupingBy(
                event -> event.number() + " " + event.body().get("silentSince"),
                Collectors.mapping(Event::cause, Collectors.toList())))
        .forEach(
            (silence, causes) -> {
              if (causes.size() > 1) {
                found.add(
                    new Violation(name(), silence, "at risk " + causes.size() + " times", causes));
              }
            });
  }
}
