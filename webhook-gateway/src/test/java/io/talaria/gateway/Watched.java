package io.talaria.gateway;

import io.talaria.definition.Plan;
import io.talaria.journal.Sealed;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Phase;
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
    Plan plan =
        StoredState.plan(
            "existing-bot",
            List.of("pt-BR", "en"),
            new Plan.Stage("screening", Map.of(), List.of("shift")),
            new Plan.Stage("interview", Map.of(), List.of("time")));
    return StoredState.of(journey, plan, "pt-BR", "screening", null).withPhase(phase);
  }
}
