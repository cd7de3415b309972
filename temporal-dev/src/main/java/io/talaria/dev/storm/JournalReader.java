package io.talaria.dev.storm;

import static io.talaria.dev.storm.JournalRows.CANDIDATES;
import static io.talaria.dev.storm.JournalRows.rows;
import static io.talaria.dev.storm.JournalRows.uuid;

import io.talaria.dev.storm.check.Evidence.Standing;
import io.talaria.dev.storm.check.JournalView;
import io.talaria.dev.storm.check.JournalView.Event;
import io.talaria.dev.storm.check.JournalView.Intent;
import io.talaria.dev.storm.check.JournalView.Journey;
import io.talaria.dev.storm.check.JournalView.Message;
import io.talaria.dev.storm.check.JournalView.Turn;
import io.talaria.seal.ClearSeal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the whole journal of a run at one moment, as an auditor would. */
final class JournalReader {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DataSource source;

  JournalReader(DataSource source) {
    this.source = source;
  }

  /**
   * A reading of one moment.
   *
   * @param open where open journeys stand, by number
   */
  record Snapshot(
      Instant at, JournalView view, Map<String, UUID> candidates, Map<String, Standing> open) {}

  Snapshot read(String prefix) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      Map<String, UUID> candidates = new HashMap<>();
      rows(
          connection,
          CANDIDATES + "select number, id from c",
          prefix,
          row -> candidates.put(row.getString(1), uuid(row, 2)));
      Instant at =
          rows(
                  connection,
                  CANDIDATES + "select now()",
                  prefix,
                  row -> row.getTimestamp(1).toInstant())
              .getFirst();
      JournalView view =
          new JournalView(
              messages(connection, prefix),
              intents(connection, prefix),
              turns(connection, prefix),
              journeys(connection, prefix),
              events(connection, prefix),
              count(connection, prefix, "from webhook_delivery where done_at is null"),
              count(connection, prefix, "from quarantine where settled_at is null"),
              count(
                  connection,
                  prefix,
                  "from journey_outbox o join c on c.id = o.candidate_id where o.done_at is null"));
      Map<String, Standing> open = open(connection, prefix);
      connection.rollback();
      return new Snapshot(at, view, candidates, open);
    }
  }

  /** Where open journeys stand now, by number. */
  Map<String, Standing> open(String prefix) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return open(connection, prefix);
    }
  }

  private static Map<String, Standing> open(Connection connection, String prefix)
      throws SQLException {
    Map<String, Standing> open = new HashMap<>();
    rows(
        connection,
        CANDIDATES
            + """
            select c.number, j.id, j.generation, j.revision, j.mode, j.owner_id, j.stage, j.step
            from c join journey j on j.candidate_id = c.id where j.status = 'OPEN'
            """,
        prefix,
        row ->
            open.put(
                row.getString(1),
                new Standing(
                    uuid(row, 2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8))));
    return open;
  }

  private static List<Message> messages(Connection connection, String prefix) throws SQLException {
    return rows(
        connection,
        CANDIDATES
            + """
            select m.id, c.number, m.seq, m.direction = 'IN', m.wamid, m.intent_key,
                   m.taken_in_at is not null
            from c join message m on m.candidate_id = c.id order by c.number, m.seq
            """,
        prefix,
        row ->
            new Message(
                uuid(row, 1),
                row.getString(2),
                row.getLong(3),
                row.getBoolean(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7)));
  }

  private static List<Intent> intents(Connection connection, String prefix) throws SQLException {
    return rows(
        connection,
        CANDIDATES
            + """
            select i.key, c.number, i.turn_key, i.position, i.author = 'RECRUITER', i.state,
                   i.wamid, i.status,
                   case i.state when 'SENDING' then i.not_after > now() - interval '8 seconds'
                                when 'QUEUED' then i.created_at > now() - case
                                  when i.key like 'nudge:%' then interval '150 seconds'
                                  else interval '60 seconds' end
                                else false end,
                   i.settled_by
            from c join send_intent i on i.candidate_id = c.id order by c.number, i.created_at
            """,
        prefix,
        row ->
            new Intent(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getBoolean(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getBoolean(9),
                row.getString(10)));
  }

  private static List<Turn> turns(Connection connection, String prefix) throws SQLException {
    return rows(
        connection,
        CANDIDATES
            + "select t.key, c.number, t.input_ids, c.id, t.sealed_proposal"
            + " from c join turn t on t.candidate_id = c.id",
        prefix,
        row ->
            new Turn(
                row.getString(1),
                row.getString(2),
                Arrays.stream((Object[]) row.getArray(3).getArray()).map(UUID.class::cast).toList(),
                open(uuid(row, 4), row.getBytes(5)).path("messages").size()));
  }

  private static List<Journey> journeys(Connection connection, String prefix) throws SQLException {
    return rows(
        connection,
        CANDIDATES
            + """
            select j.id, c.number, c.id, j.status, j.stage, j.mode, j.language, j.needs_human,
                   j.uncertain_sends, j.silent_since, j.at_risk_since is not null, j.sealed_state,
                   j.owner_id
            from c join journey j on j.candidate_id = c.id
            """,
        prefix,
        JournalReader::journey);
  }

  private static Journey journey(ResultSet row) throws SQLException {
    JsonNode state = open(uuid(row, 3), row.getBytes(12));
    JsonNode silence = state.path("silence");
    Timestamp since = row.getTimestamp(10);
    return new Journey(
        uuid(row, 1),
        row.getString(2),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(13),
        row.getString(7),
        row.getString(8),
        row.getInt(9),
        state.path("inbox").path("open").size(),
        silence.path("owedKey").asString(null),
        since == null ? null : since.toInstant(),
        silence.path("nudges").asInt(0),
        row.getBoolean(11),
        scheduled(state));
  }

  private static Set<String> scheduled(JsonNode state) {
    Set<String> ids = new HashSet<>();
    state.path("hold").path("scheduled").forEach(one -> ids.add(one.path("id").asString("")));
    return ids;
  }

  private static List<Event> events(Connection connection, String prefix) throws SQLException {
    return rows(
        connection,
        CANDIDATES
            + """
            select c.number, c.id, e.journey_id, e.type, e.cause, e.sealed_body
            from c join event e on e.candidate_id = c.id order by e.id
            """,
        prefix,
        row ->
            new Event(
                row.getString(1),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                fields(open(uuid(row, 2), row.getBytes(6)))));
  }

  private static Map<String, String> fields(JsonNode body) {
    Map<String, String> fields = new HashMap<>();
    body.properties().stream()
        .filter(field -> field.getValue().isValueNode() && !field.getValue().isNull())
        .forEach(field -> fields.put(field.getKey(), field.getValue().asString("")));
    return fields;
  }

  private static JsonNode open(UUID candidate, byte @Nullable [] sealed) {
    return sealed == null
        ? JSON.createObjectNode()
        : JSON.readTree(new ClearSeal().open(candidate, sealed));
  }

  private static int count(Connection connection, String prefix, String from) throws SQLException {
    return rows(connection, CANDIDATES + "select count(*) " + from, prefix, row -> row.getInt(1))
        .getFirst();
  }
}
