package io.talaria.journal.send;

import io.talaria.journal.Sealed;
import io.talaria.port.Outbound.Choice;
import io.talaria.port.Proposal;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What candidates were shown to choose from. */
@Component
public class ShownChoices {
  /** A list is looked for in so many turns of the bot. */
  private static final int LATELY = 20;

  private final JdbcClient jdbc;
  private final Sealed sealed;

  ShownChoices(JdbcClient jdbc, Sealed sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  /**
   * The choices whose ids begin like this that the candidate was shown last, in order; none when
   * they were shown none lately.
   */
  public List<Choice> last(UUID candidateId, UUID journeyId, String prefix) {
    // By index turn_candidate, and send_intent's on the candidate: asked only where words are to
    // be understood as a row of a list.
    return jdbc
        .sql(
            """
            select t.sealed_proposal from turn t
            where t.candidate_id = :candidate and t.journey_id = :journey
              and exists (select 1 from send_intent s
                where s.candidate_id = :candidate and s.turn_key = t.key
                  and s.state in ('UNCERTAIN', 'SENT'))
            order by t.claimed_at desc limit :most
            """)
        .param("candidate", candidateId)
        .param("journey", journeyId)
        .param("most", LATELY)
        .query((row, n) -> sealed.json(candidateId, row.getBytes(1), Proposal.class))
        .list()
        .stream()
        .flatMap(proposal -> proposal.messages().reversed().stream())
        .map(message -> begun(message.offered(), prefix))
        .filter(choices -> !choices.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<Choice> begun(List<Choice> choices, String prefix) {
    return choices.stream().filter(choice -> choice.id().startsWith(prefix)).toList();
  }
}
