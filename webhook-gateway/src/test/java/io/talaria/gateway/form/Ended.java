package io.talaria.gateway.form;

import io.talaria.definition.Plan;
import io.talaria.gateway.Updates;
import io.talaria.journey.Hold;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Outgoing;
import io.talaria.journey.Silence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The state of a journey whose run listens for thirty days after its end. */
final class Ended {
  private Ended() {}

  static JourneyState state(UUID journey) {
    var plan =
        new Plan(
            "tech-hiring",
            1,
            List.of(new Plan.Stage("one", Map.of(), List.of())),
            List.of("pt"),
            new Plan.Words(List.of(), List.of()),
            new Plan.Times(
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                List.of(),
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofDays(9),
                Duration.ofDays(30),
                null),
            false);
    return new JourneyState(
        journey,
        1,
        1,
        plan,
        Updates.NUMBER,
        new JourneyState.Talk("pt", "one", null, 0, Map.of(), true),
        new JourneyState.Inbox(0, List.of(), List.of()),
        new Hold(0, null),
        new Silence(null, null, null, null, 0, false, false, 0, 0),
        null,
        null,
        List.of(),
        List.of(),
        Outgoing.NOTHING);
  }
}
