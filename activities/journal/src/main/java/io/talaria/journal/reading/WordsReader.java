package io.talaria.journal.reading;

import io.talaria.journal.Sealed;
import io.talaria.journal.inbox.Extras;
import io.talaria.journal.media.Media;
import io.talaria.journal.reading.Conversation.Attached;
import io.talaria.journal.reading.Conversation.Filled;
import io.talaria.journal.reading.Conversation.Initiative;
import io.talaria.journal.reading.Conversation.Said;
import io.talaria.journal.reading.Conversation.Sent;
import io.talaria.journal.reading.Conversation.Tick;
import io.talaria.journal.reading.ConversationReader.Placed;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said in both directions, newest first. */
@Component
class WordsReader {
  private static final Reading NOTHING = new Reading(null, null, null, null, Map.of());

  private final JdbcClient jdbc;
  private final Sealed sealed;

  WordsReader(JdbcClient jdbc, Sealed sealed) {
    this.jdbc = jdbc;
    this.sealed = sealed;
  }

  /** The candidate's words, by the unique indexes on (candidate_id, seq) and media (message_id). */
  List<Placed> said(UUID candidateId, int limit) {
    return jdbc.sql(
            """
            select m.id, m.seq, m.sent_at, m.recorded_at, m.kind, m.sealed_text,
              case when m.kind = 'form' then m.sealed_extra end as sealed_form,
              f.id as file, f.state, f.type, f.sealed_name, f.size, f.reason
            from (select * from message
                  where candidate_id = :candidate and direction = 'IN'
                  order by seq desc limit :limit) m
            left join media f on f.message_id = m.id
            order by m.seq desc
            """)
        .param("candidate", candidateId)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Placed(
                    Times.known(row, "recorded_at"),
                    new Said(
                        row.getObject("id", UUID.class),
                        row.getLong("seq"),
                        Times.known(row, "sent_at"),
                        row.getString("kind"),
                        sealed.text(candidateId, row.getBytes("sealed_text")),
                        file(candidateId, row),
                        form(candidateId, row.getBytes("sealed_form")))))
        .list();
  }

  private @Nullable Attached file(UUID candidate, ResultSet row) throws SQLException {
    UUID id = row.getObject("file", UUID.class);
    return id == null
        ? null
        : new Attached(
            id,
            Media.State.valueOf(row.getString("state")),
            row.getString("type"),
            sealed.text(candidate, row.getBytes("sealed_name")),
            row.getObject("size", Long.class),
            row.getString("reason"));
  }

  private @Nullable Filled form(UUID candidate, byte @Nullable [] extra) {
    if (extra == null) {
      return null;
    }
    Map<String, String> all = sealed.texts(candidate, extra);
    return new Filled(
        all.getOrDefault(Extras.FORM_ID, ""), Extras.fields(all), all.get(Extras.OUTDATED));
  }

  /** Our words with their fate (index send_intent_candidate); WhatsApp's time when it told one. */
  List<Placed> sent(UUID candidateId, int limit) {
    return jdbc.sql(
            """
            select s.*, o.name as operator_name, t.sealed_proposal,
              p.id is not null as proactive, p.answered_at,
              coalesce(m.sent_at, s.sending_at, s.created_at) as said_at
            from send_intent s
            left join message m on m.intent_key = s.key
            left join operator o on o.id = s.operator_id
            left join turn t on t.key = s.turn_key
            left join proactive_message p on p.intent_key = s.key
            where s.candidate_id = :candidate
            order by s.created_at desc, s.position desc limit :limit
            """)
        .param("candidate", candidateId)
        .param("limit", limit)
        .query((row, n) -> new Placed(Times.known(row, "created_at"), sent(candidateId, row)))
        .list();
  }

  private Sent sent(UUID candidate, ResultSet row) throws SQLException {
    Tick tick = tick(row);
    Proposal proposal = proposal(candidate, row.getBytes("sealed_proposal"));
    Instant tickAt =
        switch (tick) {
          case DELIVERED -> Times.of(row, "delivered_at");
          case READ -> Times.of(row, "read_at");
          case FAILED -> Times.of(row, "failed_at");
          default -> Times.of(row, "settled_at");
        };
    return new Sent(
        row.getString("key"),
        Times.known(row, "said_at"),
        "BOT".equals(row.getString("author")),
        row.getObject("operator_id", UUID.class),
        row.getString("operator_name"),
        sealed.json(candidate, row.getBytes("sealed_content"), Outbound.class),
        tick,
        tickAt == null ? Times.of(row, "settled_at") : tickAt,
        row.getObject("error_code", Integer.class),
        row.getString("error_treatment"),
        row.getString("error_detail"),
        proposal == null ? null : proposal.decision(),
        proposal == null ? null : told(proposal.reading()),
        row.getBoolean("proactive") ? new Initiative(Times.of(row, "answered_at")) : null);
  }

  /** The intent's state and WhatsApp's status as one honest sign; a status only moves forward. */
  private static Tick tick(ResultSet row) throws SQLException {
    String state = row.getString("state");
    String status = row.getString("status");
    return switch (state) {
      case "QUEUED" -> Tick.QUEUED;
      case "SENDING" -> Tick.SENDING;
      case "UNCERTAIN" -> Tick.UNCERTAIN;
      case "REJECTED", "FAILED" -> left(row) ? Tick.LEFT : Tick.FAILED;
      default ->
          switch (status) {
            case "delivered" -> Tick.DELIVERED;
            case "read", "played" -> Tick.READ;
            case "failed" -> Tick.FAILED;
            case null, default -> Tick.SENT;
          };
    };
  }

  /** Nothing failed: somebody decided so, or it was out of place before it could leave. */
  private static boolean left(ResultSet row) throws SQLException {
    String by = row.getString("settled_by");
    boolean decided =
        by != null && by.startsWith("operator:") && row.getObject("error_code") == null;
    boolean forgotten = "FORGOTTEN".equals(row.getString("error_treatment"));
    return decided || "brake".equals(by) || ("repair".equals(by) && !forgotten);
  }

  private @Nullable Proposal proposal(UUID candidate, byte @Nullable [] proposal) {
    return proposal == null ? null : sealed.json(candidate, proposal, Proposal.class);
  }

  /** A bot from outside that tells nothing has an empty reading. */
  private static @Nullable Reading told(@Nullable Reading reading) {
    return NOTHING.equals(reading) ? null : reading;
  }
}
