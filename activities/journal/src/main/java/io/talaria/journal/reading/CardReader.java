package io.talaria.journal.reading;

import io.talaria.journal.Sealed;
import io.talaria.journal.journey.Risks;
import io.talaria.journal.reading.Card.Factor;
import io.talaria.journal.reading.Card.MarketingBar;
import io.talaria.journal.reading.Card.OptOut;
import io.talaria.journal.reading.Card.Past;
import io.talaria.journal.reading.Card.Told;
import io.talaria.journal.reading.Card.Visit;
import io.talaria.journey.JourneyState;
import io.talaria.journey.RiskScore;
import io.talaria.journey.RiskScore.Action;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
  private static final int PAST = 30;

  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final Risks risks;
  private final Appointed appointed;
  private final JsonMapper json = JsonMapper.builder().build();

  CardReader(JdbcClient jdbc, Sealed sealed, Risks risks, Appointed appointed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.risks = risks;
    this.appointed = appointed;
  }

  /** Empty when the journey is unknown or of another account. */
  public Optional<Card> read(UUID accountId, UUID journeyId) {
    return jdbc.sql(
            """
            select j.candidate_id, j.risk, j.sealed_answers, j.sealed_state, j.high_value,
              (select factors from risk_assessment r
               where r.journey_id = j.id order by r.at desc limit 1) as factors
            from journey j where j.id = :journey and j.account_id = :account
            """)
        .param("journey", journeyId)
        .param("account", accountId)
        .query(
            (row, n) -> {
              UUID candidate = row.getObject("candidate_id", UUID.class);
              Now now = now(accountId, candidate, row);
              Map<String, String> answers = answers(candidate, row.getBytes("sealed_answers"));
              return new Card(
                  now.risk(),
                  now.factors(),
                  now.action(),
                  now.told(),
                  history(journeyId),
                  row.getBoolean("high_value"),
                  optOut(candidate).orElse(null),
                  marketing(candidate).orElse(null),
                  answers,
                  visits(journeyId),
                  appointed.meetings(journeyId),
                  appointed.offers(candidate, journeyId, answers));
            })
        .optional();
  }

  private record Now(double risk, List<Factor> factors, Action action, @Nullable Told told) {}

  /** The score moves with the clock: it is reckoned anew from the state, by the same function. */
  private Now now(UUID accountId, UUID candidateId, ResultSet row) throws SQLException {
    byte[] sealedState = row.getBytes("sealed_state");
    if (sealedState == null) {
      return new Now(row.getDouble("risk"), factors(row.getString("factors")), Action.NONE, null);
    }
    JourneyState state = sealed.json(candidateId, sealedState, JourneyState.class);
    RiskScore score = risks.of(accountId, state, Instant.now());
    return new Now(
        score.value(),
        score.factors().stream()
            .map(f -> new Factor(f.factor(), f.weight(), f.contribution()))
            .toList(),
        score.action(),
        ToldReader.of(state));
  }

  private List<Factor> factors(@Nullable String factors) {
    return factors == null ? List.of() : List.of(json.readValue(factors, Factor[].class));
  }

  /** By the unique index (journey_id, at), read backwards. */
  private List<Past> history(UUID journeyId) {
    return jdbc.sql(
            """
            select at, risk from risk_assessment where journey_id = :journey
            order by at desc limit :past
            """)
        .param("journey", journeyId)
        .param("past", PAST)
        .query((row, n) -> new Past(Times.known(row, "at"), row.getDouble("risk")))
        .list()
        .reversed();
  }

  /** By index opt_out_candidate; the words are the message's own. */
  private Optional<OptOut> optOut(UUID candidateId) {
    return jdbc.sql(
            """
            select o.said_at, o.revoked_at, m.sealed_text
            from opt_out o left join message m on m.id = o.message_id
            where o.candidate_id = :candidate order by o.said_at desc limit 1
            """)
        .param("candidate", candidateId)
        .query(
            (row, n) ->
                new OptOut(
                    Times.known(row, "said_at"),
                    Times.of(row, "revoked_at"),
                    sealed.text(candidateId, row.getBytes("sealed_text"))))
        .optional();
  }

  /** By index marketing_bar_candidate; a stop before a limit. */
  private Optional<MarketingBar> marketing(UUID candidateId) {
    return jdbc.sql(
            """
            select since, until from marketing_bar
            where candidate_id = :candidate and lifted_at is null
              and (until is null or until > clock_timestamp())
            order by until desc nulls first, since limit 1
            """)
        .param("candidate", candidateId)
        .query((row, n) -> new MarketingBar(Times.known(row, "since"), Times.of(row, "until")))
        .optional();
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
