package io.talaria.journal.journey;

import io.talaria.journey.JourneyState.Answered;
import io.talaria.port.JourneyWrite;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What recruiters were answered. A request id is unique here for ever, whichever run of whichever
 * journey of the candidate it reached: Temporal forgets update ids with their run.
 */
@Component
public class Answers {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  Answers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps the answer in the commit that does what was asked; the first one stands. */
  void remember(JourneyWrite write) {
    Answered answer = write.answer();
    if (answer == null) {
      return;
    }
    jdbc.sql(
            """
            insert into recruiter_request (id, account_id, candidate_id, journey_id, answer)
            values (:id, :account, :candidate, :journey, :answer::jsonb)
            on conflict (id) do nothing
            """)
        .param("id", answer.requestId())
        .param("account", write.accountId())
        .param("candidate", write.candidateId())
        .param("journey", write.state().journeyId())
        .param("answer", JSON.writeValueAsString(answer))
        .update();
  }

  /** The answer to this request of this candidate's journeys, when it was given. */
  @Transactional(readOnly = true)
  public Optional<Answered> find(UUID candidateId, UUID requestId) {
    return jdbc.sql(
            "select answer from recruiter_request where id = :id and candidate_id = :candidate")
        .param("id", requestId)
        .param("candidate", candidateId)
        .query(String.class)
        .optional()
        .map(answer -> JSON.readValue(answer, Answered.class));
  }
}
