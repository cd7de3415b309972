package io.talaria.gateway;

import io.talaria.definition.Plan;
import io.talaria.journal.Sealed;
import io.talaria.journey.Hold;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.Inbox;
import io.talaria.journey.JourneyState.Silence;
import io.talaria.journey.JourneyState.Talk;
import io.talaria.journey.Outgoing;
import io.talaria.journey.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A candidate who wrote to a number at which another system speaks. */
public final class Watched {
  private static final UUID ACCOUNT = UUID.fromString("00000000-0000-0000-0000-000000000001");

  public final UUID candidate = UUID.randomUUID();
  public final UUID journey = UUID.randomUUID();
  public final String wamid = "wamid.in-" + candidate;

  public Watched(JdbcClient jdbc, Sealed sealed, @Nullable Phase phase) {
    jdbc.sql("insert into candidate (id, account_id, next_seq) values (?, ?, 1)")
        .params(candidate, ACCOUNT)
        .update();
    jdbc.sql(
            """
            insert into journey (id, account_id, candidate_id, number_id, definition_name, plan, run_id,
                                 generation, stage, language, phase, sealed_state)
            values (?, ?, ?, ?, 'existing-bot', 1, 'run', 1, 'screening', 'pt-BR', ?, ?)
            """)
        .params(
            journey,
            ACCOUNT,
            candidate,
            Updates.NUMBER,
            phase == null ? null : phase.name(),
            sealed.json(candidate, state(phase)))
        .update();
    jdbc.sql(
            """
            insert into message (id, account_id, candidate_id, number_id, seq, direction, author, kind, wamid,
                                 sent_at, taken_in_at)
            values (?, ?, ?, ?, 1, 'IN', 'CANDIDATE', 'text', ?, now(), now())
            """)
        .params(UUID.randomUUID(), ACCOUNT, candidate, Updates.NUMBER, wamid)
        .update();
  }

  private JourneyState state(@Nullable Phase phase) {
    return new JourneyState(
            journey,
            1,
            1,
            plan(),
            Updates.NUMBER,
            new Talk("pt-BR", "screening", null, 0, Map.of(), false),
            new Inbox(1, List.of(), List.of()),
            new Hold(0, null),
            new Silence(null, null, null, null, 0, false, false, 0, 0),
            null,
            null,
            List.of(),
            null,
            Outgoing.NOTHING)
        .withPhase(phase);
  }

  private static Plan plan() {
    return new Plan(
        "existing-bot",
        1,
        List.of(
            new Plan.Stage("screening", Map.of(), List.of("shift")),
            new Plan.Stage("interview", Map.of(), List.of("time"))),
        List.of("pt-BR", "en"),
        new Plan.Words(List.of("parar"), List.of("pessoa")),
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
