package io.talaria.dev.endtoend;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the journal says, read as an auditor would: by SQL. */
final class Journal {
  private static final String OF_NUMBER =
      " candidate_id = (select candidate_id from contact_alias"
          + " where kind = 'phone' and regexp_replace(value_token, '[^0-9]', '', 'g') = ?)";

  private final String url;

  Journal(String url) {
    this.url = url;
  }

  /** One send: its state and whether the ledger's wamid is known. */
  record Intent(String key, String state, String wamid) {}

  List<Intent> intents(String number) {
    return rows(
        "select key, state, wamid from send_intent where" + OF_NUMBER + " order by created_at",
        number,
        row -> new Intent(row.getString(1), row.getString(2), row.getString(3)));
  }

  /** Messages of the candidate that no journey has taken in. */
  int notTakenIn(String number) {
    return rows(
            "select 1 from message where direction = 'IN' and taken_in_at is null and" + OF_NUMBER,
            number,
            row -> 1)
        .size();
  }

  int received(String number) {
    return rows("select 1 from message where direction = 'IN' and" + OF_NUMBER, number, row -> 1)
        .size();
  }

  /** The candidate's id; their workflow's is made of it. */
  String candidate(String number) {
    return rows(
            "select candidate_id from contact_alias where kind = 'phone'"
                + " and regexp_replace(value_token, '[^0-9]', '', 'g') = ?",
            number,
            row -> row.getString(1))
        .getFirst();
  }

  /** The generation of the newest journey's run: one more with each run that went on with it. */
  long generation(String number) {
    return rows(
            "select generation from journey where"
                + OF_NUMBER
                + " order by started_at desc limit 1",
            number,
            row -> row.getLong(1))
        .getFirst();
  }

  /** The stage of the newest journey; empty before there is one. */
  String stage(String number) {
    return rows(
            "select stage from journey where" + OF_NUMBER + " order by started_at desc limit 1",
            number,
            row -> row.getString(1))
        .stream()
        .findFirst()
        .orElse("");
  }

  /** Who speaks in the newest journey: BOT or HUMAN. */
  String mode(String number) {
    return rows(
            "select mode from journey where" + OF_NUMBER + " order by started_at desc limit 1",
            number,
            row -> row.getString(1))
        .getFirst();
  }

  /** How the candidate's brake stands. */
  Brake brake(String number) {
    return rows(
            "select epoch, holder_id, standstill from brake where" + OF_NUMBER,
            number,
            row -> new Brake(row.getLong(1), row.getObject(2, UUID.class), row.getBoolean(3)))
        .getFirst();
  }

  /**
   * @param holder null while nobody holds it
   */
  record Brake(long epoch, UUID holder, boolean standstill) {}

  /** Enters somebody of the team; answers their id. */
  UUID recruiter(String name) {
    return rows(
            """
            insert into operator (id, account_id, email, name, role)
            select gen_random_uuid(), id, lower(?) || '@example.org', 'Recruiter', 'RECRUITER'
            from account limit 1 returning id
            """,
            name,
            row -> row.getObject(1, UUID.class))
        .getFirst();
  }

  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String query, String parameter, Reader<T> reader) {
    try (Connection connection = DriverManager.getConnection(url, "talaria", "talaria");
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, parameter);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new AssertionError("The journal does not answer: " + query, e);
    }
  }
}
