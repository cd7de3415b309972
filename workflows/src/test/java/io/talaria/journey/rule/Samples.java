package io.talaria.journey.rule;

import io.talaria.definition.Plan;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Journal.Opened;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A journey with two recruiters beside it, for the rules' tests. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final UUID CAMILA = UUID.nameUUIDFromBytes("Camila".getBytes());
  static final UUID RAFAEL = UUID.nameUUIDFromBytes("Rafael".getBytes());

  static final Plan PLAN =
      new Plan(
          "d",
          1,
          List.of(new Plan.Stage("a", Map.of(), List.of("q"))),
          List.of("en"),
          new Plan.Words(List.of("stop"), List.of("person")),
          new Plan.Times(
              Duration.ofSeconds(4),
              Duration.ofSeconds(8),
              List.of(Duration.ofHours(4), Duration.ofHours(20)),
              Duration.ofHours(24),
              Duration.ofDays(1),
              Duration.ofDays(7),
              Duration.ofDays(30),
              Duration.ofHours(2)),
          false);

  private Samples() {}

  static JourneyState begun() {
    return Moves.begun(new Opened(true, UUID.randomUUID(), 1, PLAN, "en", 0, null), "n");
  }

  static MessageReceived message(long seq, Instant at, String text) {
    return new MessageReceived(UUID.randomUUID(), seq, at, Kind.TEXT, text, null, "n");
  }

  /** The candidate wrote at noon. */
  static JourneyState wrote() {
    return Moves.received(begun(), message(1, NOON, "hi"));
  }

  static JourneyState heldBy(JourneyState state, UUID operator, Instant since) {
    String name = operator.equals(CAMILA) ? "Camila" : "Rafael";
    return Holding.taken(state, new Holder(UUID.randomUUID(), operator, name, since), 1, List.of());
  }

  static Instant noonAnd(int hours, int minutes) {
    return NOON.plus(Duration.ofHours(hours)).plus(Duration.ofMinutes(minutes));
  }
}
