package io.talaria.dev.storm.check;

import io.talaria.dev.storm.check.JournalView.Event;
import io.talaria.dev.storm.check.JournalView.Intent;
import io.talaria.dev.storm.check.JournalView.Journey;
import io.talaria.dev.storm.check.JournalView.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whoever reads only the events comes to the same journey as its row shows. */
final class JournalIsFold implements Check {
  @Override
  public String name() {
    return "the journal is the fold of its events";
  }

  @Override
  public List<Violation> violations(Evidence evidence) {
    List<Violation> found = new ArrayList<>();
    for (Journey journey : evidence.journal().journeys()) {
      Folded folded = fold(evidence.journal().events(), journey.id());
      compare(found, journey, "stage", folded.stage, journey.stage());
      compare(found, journey, "status", folded.status, journey.status());
      compare(found, journey, "needs a person", folded.needsHuman, journey.needsHuman());
      if (journey.status().equals("OPEN")) {
        compare(found, journey, "mode", folded.mode, journey.mode());
        compare(found, journey, "owner", folded.owner, journey.owner());
      }
    }
    everyMessageHasItsEvent(evidence.journal(), found);
    return found;
  }

  private static final class Folded {
    @Nullable String stage;
    String status = "OPEN";
    String mode = "BOT";
    @Nullable String owner;
    @Nullable String needsHuman;
  }

  private static Folded fold(List<Event> events, UUID journey) {
    Folded folded = new Folded();
    for (Event event : events) {
      if (!journey.equals(event.journey())) {
        continue;
      }
      switch (event.type()) {
        case "JourneyStarted", "StageEntered" -> folded.stage = event.body().get("stage");
        case "JourneyEnded" -> {
          folded.status = Objects.requireNonNullElse(event.body().get("ending"), "?");
          folded.needsHuman = null;
        }
        case "OperatorTakeover" -> {
          folded.mode = "HUMAN";
          folded.owner = event.body().get("operatorId");
          folded.needsHuman = null;
        }
        case "OperatorHandover" -> folded.owner = event.body().get("toOperatorId");
        case "OperatorHandback" -> {
          folded.mode = "BOT";
          folded.owner = null;
          folded.needsHuman = null;
        }
        case "CandidateStateChanged" -> {
          if ("needs_human".equals(event.body().get("what"))) {
            folded.needsHuman = event.body().get("value");
          }
        }
        default -> {}
      }
    }
    return folded;
  }

  private void compare(
      List<Violation> found,
      Journey journey,
      String what,
      @Nullable String folded,
      @Nullable String shown) {
    if (!Objects.equals(folded, shown)) {
      found.add(
          new Violation(
              name(),
              journey.number(),
              "%s is %s by the events, %s in the row".formatted(what, folded, shown),
              List.of(journey.id().toString())));
    }
  }

  private void everyMessageHasItsEvent(JournalView journal, List<Violation> found) {
    Set<String> causes =
        journal.events().stream()
            .map(event -> event.type() + " " + event.cause())
            .collect(Collectors.toSet());
    for (Message message : journal.messages()) {
      if (message.inbound() && !causes.contains("MessageReceived message:" + message.id())) {
        found.add(
            new Violation(
                name(),
                message.number(),
                "a message without its event",
                List.of(message.id().toString())));
      }
    }
    for (Intent intent : journal.intents()) {
      if (intent.state().equals("SENT") && !causes.contains("MessageSent " + intent.key())) {
        found.add(
            new Violation(
                name(), intent.number(), "a send without its event", List.of(intent.key())));
      }
    }
  }
}
