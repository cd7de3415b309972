package io.talaria.journal.reading;

import io.talaria.journal.Sealed;
import io.talaria.journal.reading.Card.Factor;
import io.talaria.journal.reading.Card.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The candidate card of a journey. */
@Component
public class CardReader {
  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final JsonMapper json = JsonMapper.builder().build();

  CardReader(JdbcClient jdbc, Sealed sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  /** Empty when the journey is unknown or of another account. */
  public Optional<Card> read(UUID accountId, UUID journeyId) {
    return jdbc.sql(
            """
            select j.candidate_id, j.risk, j.sealed_answers,
              (select factors from risk_assessment r
               where r.journey_id = j.id order by r.at desc limit 1) as factors
            from journey j where j.id = :journey and j.account_id = :account
            """)
        .param("journey", journeyId)
        .param("account", accountId)
        .query(
            (row, n) ->
                new Card(
                    row.getDouble("risk"),
                    factors(row.getString("factors")),
                    answers(
                        row.getObject("candidate_id", UUID.class), row.getBytes("sealed_answers")),
                    visits(journeyId)))
        .optional();
  }

  private List<Factor> factors(@Nullable String factors) {
    return factors == null ? List.of() : List.of(json.readValue(factors, Factor[].class));
  }

  private Map<String, String> answers(UUID candidateId, byte @Nullable [] answers) {
    var known = new LinkedHashMap<String, String>();
    if (answers != null) {
      sealed
          .json(candidateId, answers, Map.class)
          .forEach((step, answer) -> known.put(step.toString(), answer.toString()));
    }
    return known;
  }

  private List<Visit> visits(UUID journeyId) {
    return jdbc.sql(
            """
            select stage, entered_at, left_at, left_as from stage_visit
            where journey_id = :journey order by entered_at
            """)
        .param("journey", journeyId)
        .query(
            (row, n) ->
                new Visit(
                    row.getString("stage"),
                    Times.known(row, "entered_at"),
                    Times.of(row, "left_at"),
                    row.getString("left_as")))
        .list();
  }
}
