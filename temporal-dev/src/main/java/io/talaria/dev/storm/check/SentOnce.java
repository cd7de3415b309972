package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.Evidence.Reported;
import io.talaria.dev.storm.check.JournalView.Intent;
import io.talaria.dev.storm.check.JournalView.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every intent has exactly one acceptance, or was refused, or is uncertain and shown; the network
 * accepted nothing that has no intent, and nothing twice. What a person sends again is another
 * intent, and the first one is FAILED, whether it had arrived or not; nothing else is, unless
 * WhatsApp told so.
 */
final class SentOnce implements Check {
  @Override
  public String name() {
    return "every send is accepted once, refused, or uncertain and shown";
  }

  @Override
  public List<Violation> violations(Evidence evidence) {
    List<Violation> found = new ArrayList<>();
    Map<String, List<Accepted>> byKey =
        evidence.accepted().stream().collect(Collectors.groupingBy(a -> String.valueOf(a.key())));
    byKey.forEach(
        (key, accepted) -> {
          if (accepted.size() > 1) {
            found.add(violation(accepted.getFirst(), "accepted " + accepted.size() + " times"));
          }
        });
    Set<String> known =
        evidence.journal().intents().stream().map(Intent::key).collect(Collectors.toSet());
    byKey.forEach(
        (key, accepted) -> {
          if (!known.contains(key)) {
            found.add(violation(accepted.getFirst(), "accepted, but the journal has no intent"));
          }
        });
    Set<String> failed =
        evidence.reported().stream()
            .filter(status -> status.status().equals("failed"))
            .map(Reported::key)
            .collect(Collectors.toSet());
    for (Intent intent : evidence.journal().intents()) {
      fault(intent, byKey.getOrDefault(intent.key(), List.of()), failed.contains(intent.key()))
          .ifPresent(
              what ->
                  found.add(new Violation(name(), intent.number(), what, List.of(intent.key()))));
    }
    uncertainShown(evidence, found);
    return found;
  }

  private static Optional<String> fault(
      Intent intent, List<Accepted> accepted, boolean toldOfFailure) {
    String fault =
        switch (intent.state()) {
          case "SENT" -> {
            if (accepted.isEmpty()) {
              // A person may have said "it arrived" of what never did.
              yield intent.settledByPerson() ? null : "SENT, but nobody accepted it";
            }
            boolean same =
                intent.wamid() == null || accepted.getFirst().wamid().equals(intent.wamid());
            yield same ? null : "SENT under another id than the network gave";
          }
          case "REJECTED" -> accepted.isEmpty() ? null : "REJECTED, but it was accepted";
          case "UNCERTAIN" -> null;
          case "FAILED" ->
              toldOfFailure || intent.settledByPerson() ? null : "FAILED, and nobody said so";
          case "SENDING" -> intent.underWay() ? null : "still SENDING, and nobody calls";
          case "QUEUED" -> intent.underWay() ? null : "still QUEUED";
          default -> "in the unknown state " + intent.state();
        };
    return Optional.ofNullable(fault);
  }

  private void uncertainShown(Evidence evidence, List<Violation> found) {
    Map<String, List<Intent>> intents = evidence.journal().intentsByNumber();
    evidence.journal().journeys().stream()
        .collect(Collectors.groupingBy(Journey::number))
        .forEach(
            (number, journeys) -> {
              long uncertain =
                  intents.getOrDefault(number, List.of()).stream()
                      .filter(intent -> intent.state().equals("UNCERTAIN"))
                      .count();
              int shown = journeys.stream().mapToInt(Journey::uncertain).sum();
              if (uncertain != shown) {
                found.add(
                    new Violation(
                        name(),
                        number,
                        "%d sends are uncertain, %d are shown".formatted(uncertain, shown),
                        List.of()));
              }
            });
  }

  private Violation violation(Accepted accepted, String what) {
    return new Violation(
        name(),
        accepted.number(),
        what + ": " + accepted.text(),
        List.of(String.valueOf(accepted.key()), accepted.wamid()));
  }
}
