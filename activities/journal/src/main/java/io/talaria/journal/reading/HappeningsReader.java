package io.talaria.journal.reading;

import io.talaria.journal.Sealed;
import io.talaria.journal.reading.Conversation.HandedBack;
import io.talaria.journal.reading.Conversation.HandedOver;
import io.talaria.journal.reading.Conversation.Happened;
import io.talaria.journal.reading.Conversation.TakenOver;
import io.talaria.journal.reading.ConversationReader.Placed;
import io.talaria.journey.HandBack;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.JourneyEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What happened between the words: risks, stages, takeovers, hand-backs, the end. */
@Component
class HappeningsReader {
  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final JsonMapper json = JsonMapper.builder().build();

  HappeningsReader(JdbcClient jdbc, Sealed sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  List<Placed> since(UUID candidateId, Instant from) {
    var all = new ArrayList<Placed>(events(candidateId, from));
    all.addAll(takeovers(candidateId, from));
    return all;
  }

  /** The kinds that a recruiter reads; takeovers have rows of their own, with more to tell. */
  private List<Placed> events(UUID candidateId, Instant from) {
    return jdbc.sql(
            """
            select at, sealed_body from event
            where candidate_id = :candidate and at >= :from
              and type in ('JourneyStarted', 'StageEntered', 'CandidateAtRisk', 'JourneyEnded',
                           'OwnerSilent', 'ScheduledNotSent', 'ReviewDecided',
                           'CandidateOptedOut', 'OptOutRevoked', 'ObjectionRaised', 'ObjectionDecided',
                           'InterviewBooked', 'InterviewGivenBack', 'ListingChosen',
                           'PlanChanged', 'PlannedStartVoid', 'AlertAcknowledged',
                           'UncertainSettled')
            order by id
            """)
        .param("candidate", candidateId)
        .param("from", Times.at(from))
        .query(
            (row, n) -> {
              Instant at = Times.known(row, "at");
              var event = sealed.json(candidateId, row.getBytes("sealed_body"), JourneyEvent.class);
              return new Placed(at, new Happened(at, event));
            })
        .list();
  }

  private List<Placed> takeovers(UUID candidateId, Instant from) {
    var all = new ArrayList<Placed>();
    jdbc.sql(
            """
            select t.*, o.name as operator_name, f.operator_id as from_id, fo.name as from_name
            from takeover t
            join operator o on o.id = t.operator_id
            left join takeover f on f.id = t.passed_from
            left join operator fo on fo.id = f.operator_id
            where t.candidate_id = :candidate and t.state <> 'REFUSED'
              and coalesce(t.returned_at, t.requested_at) >= :from
            order by t.requested_at
            """)
        .param("candidate", candidateId)
        .param("from", Times.at(from))
        .query(
            (ResultSet row) -> {
              TakenOver taken = taken(row);
              HandedOver given = given(row, taken);
              all.add(new Placed(Times.known(row, "requested_at"), given == null ? taken : given));
              Instant returned = Times.of(row, "returned_at");
              String by = row.getString("returned_by");
              if (returned != null && gaveBack(by)) {
                all.add(
                    new Placed(
                        returned,
                        new HandedBack(
                            returned,
                            taken.operatorId(),
                            taken.operatorName(),
                            row.getString("summary"),
                            outcome(row.getString("outcome")),
                            row.getString("notes"),
                            by != null && by.startsWith("owner-silent:"))));
              }
            });
    return all;
  }

  /** Whoever was relieved by a colleague, or by the journey's end, gave nothing back. */
  private static boolean gaveBack(@Nullable String by) {
    return by == null || by.startsWith("handback:") || by.startsWith("owner-silent:");
  }

  private static @Nullable HandedOver given(ResultSet row, TakenOver taken) throws SQLException {
    UUID from = row.getObject("from_id", UUID.class);
    return from == null
        ? null
        : new HandedOver(
            taken.id(),
            taken.at(),
            from,
            row.getString("from_name"),
            taken.operatorId(),
            taken.operatorName(),
            taken.reason());
  }

  private static HandBack.@Nullable Outcome outcome(@Nullable String outcome) {
    return outcome == null ? null : HandBack.Outcome.valueOf(outcome);
  }

  private TakenOver taken(ResultSet row) throws SQLException {
    TakeoverReceipt receipt = receipt(row.getString("receipt"));
    Instant requested = Times.known(row, "requested_at");
    return new TakenOver(
        row.getObject("id", UUID.class),
        receipt == null ? requested : receipt.stoppedAt(),
        row.getObject("operator_id", UUID.class),
        row.getString("operator_name"),
        row.getString("reason"),
        receipt);
  }

  private @Nullable TakeoverReceipt receipt(@Nullable String receipt) {
    return receipt == null ? null : json.readValue(receipt, TakeoverReceipt.class);
  }
}
