package io.talaria.journal.journey;

import io.talaria.journey.Answered;
import io.talaria.journey.Recollection;
import io.talaria.port.Journal.Remembered;
import io.talaria.port.JourneyWrite;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
            insert into recruiter_request
              (id, account_id, candidate_id, journey_id, generation, revision, answer)
            values (:id, :account, :candidate, :journey, :generation, :revision, :answer::jsonb)
            on conflict (id) do nothing
            """)
        .param("id", answer.requestId())
        .param("account", write.accountId())
        .param("candidate", write.candidateId())
        .param("journey", write.state().journeyId())
        .param("generation", write.state().generation())
        .param("revision", write.state().revision())
        .param("answer", JSON.writeValueAsString(answer))
        .update();
  }

  /**
   * The answer to this request that stands although a journey refuses it now.
   *
   * @param refuses what the run knows that refuses it; null where no run does
   * @return empty as well when the answer's step was lost, so that it wasn't done
   */
  @Transactional(readOnly = true)
  public Optional<Answered> standing(
      UUID candidateId, UUID requestId, @Nullable Recollection refuses) {
    Remembered given = remembered(candidateId, requestId);
    boolean lost = refuses != null && refuses.voids(given);
    return lost ? Optional.empty() : Optional.ofNullable(given.answer());
  }

  /**
   * The answer to this request of this candidate's journeys, with the step in which it was given.
   */
  @Transactional(readOnly = true)
  public Remembered remembered(UUID candidateId, UUID requestId) {
    return jdbc.sql(
            """
            select answer, journey_id, generation, revision from recruiter_request
            where id = :id and candidate_id = :candidate
            """)
        .param("id", requestId)
        .param("candidate", candidateId)
        .query(
            (row, n) ->
                new Remembered(
                    JSON.readValue(row.getString(1), Answered.class),
                    row.getObject(2, UUID.class),
                    row.getLong(3),
                    row.getLong(4)))
        .optional()
        .orElse(new Remembered(null, null, 0, 0));
  }
}
