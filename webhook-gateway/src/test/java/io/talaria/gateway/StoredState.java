package io.talaria.gateway;

import io.talaria.definition.Plan;
import io.talaria.journey.Hold;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.Inbox;
import io.talaria.journey.JourneyState.Talk;
import io.talaria.journey.Outgoing;
import io.talaria.journey.Silence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The state in a journey's row, where nothing matters but its plan and where it stands. */
public final class StoredState {
  private StoredState() {}

  public static JourneyState of(
      UUID journey, Plan plan, String language, String stage, @Nullable String step) {
    return new JourneyState(
        journey,
        1,
        1,
        plan,
        Updates.NUMBER,
        new Talk(language, stage, step, 0, Map.of(), false),
        new Inbox(1, List.of(), List.of()),
        new Hold(0, null),
        Silence.NONE,
        null,
        null,
        List.of(),
        null,
        Outgoing.NOTHING);
  }

  /** The first plan of this definition. */
  public static Plan plan(String definition, List<String> languages, Plan.Stage... stages) {
    return new Plan(
        definition,
        1,
        List.of(stages),
        languages,
        new Plan.Words(List.of("stop"), List.of("person")),
        new Plan.Times(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            List.of(),
            Duration.ofHours(24),
            Duration.ofMinutes(15),
            Duration.ofDays(7),
            Duration.ofDays(30),
            null),
        false);
  }
}
