package io.talaria.dev.storm;

import static io.talaria.dev.storm.JournalRows.CANDIDATES;
import static io.talaria.dev.storm.JournalRows.rows;
import static io.talaria.dev.storm.JournalRows.uuid;

import io.talaria.dev.storm.people.Recruiter.Contact;
import io.talaria.dev.storm.people.Recruiter.Uncertain;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the journal shows while a storm rages, to whoever wants to meet a moment. */
final class Moments {
  private final DataSource source;

  Moments(DataSource source) {
    this.source = source;
  }

  /** Candidates of a run whose journeys are open. */
  List<Contact> open(String prefix) throws SQLException {
    return contacts(
        prefix,
        "select c.number, c.id from c join journey j on j.candidate_id = c.id"
            + " where j.status = 'OPEN' order by 1");
  }

  /** Candidates whose journeys were given out to be woken. */
  List<Contact> woken(String prefix) throws SQLException {
    return contacts(
        prefix,
        "select distinct c.number, c.id from c join journey j on j.candidate_id = c.id"
            + " where j.woken_at is not null");
  }

  /**
   * A candidate in the middle of a turn, whom nobody holds.
   *
   * @param key of a send whose row is SENDING; null where the bot is still thinking
   */
  record InTurn(@Nullable String key, Contact contact) {}

  List<InTurn> inTurn(String prefix) throws SQLException {
    return find(
        prefix,
        """
              select i.key, c.number, c.id from c join send_intent i on i.candidate_id = c.id
              join brake b on b.candidate_id = c.id
              where i.state = 'SENDING' and i.author = 'BOT' and b.holder_id is null
              union all
              select null, c.number, c.id from c join message m on m.candidate_id = c.id
              join journey j on j.candidate_id = c.id
              where m.direction = 'IN' and m.taken_in_at is null
                -- A text has the definition's typing pause of a second before its turn begins.
                and (m.kind in ('button', 'list')
                     and m.recorded_at > now() - interval '200 milliseconds'
                     or m.kind = 'text'
                     and m.recorded_at between now() - interval '1400 milliseconds'
                                           and now() - interval '1100 milliseconds')
                and j.status = 'OPEN' and j.mode = 'BOT' and j.needs_human is null
              """,
        row -> new InTurn(row.getString(1), new Contact(row.getString(2), uuid(row, 3))));
  }

  /**
   * Candidates whose runs were told of messages that they won't record within the next moments: a
   * text, while the candidate may still be typing, or one that nobody works off.
   */
  List<Contact> told(String prefix) throws SQLException {
    return contacts(
        prefix,
        """
              select distinct c.number, c.id from c join message m on m.candidate_id = c.id
              where m.direction = 'IN' and m.taken_in_at is null and m.signalled_at is not null
                -- The definition's typing pause is a second.
                and (m.kind = 'text' and m.recorded_at > now() - interval '800 milliseconds'
                     or m.recorded_at < now() - interval '3 seconds')
              limit 3
              """);
  }

  /** Whether the journal shows a message of this candidate that no run has recorded. */
  boolean untaken(Contact contact) throws SQLException {
    return !find(
            contact.number(),
            "select 1 from c join message m on m.candidate_id = c.id"
                + " where m.direction = 'IN' and m.taken_in_at is null"
                + " and m.signalled_at is not null",
            row -> row.getInt(1))
        .isEmpty();
  }

  /** Candidates whose journeys a recruiter holds. */
  List<Contact> held(String prefix) throws SQLException {
    return contacts(
        prefix,
        "select c.number, c.id from c join journey j on j.candidate_id = c.id"
            + " where j.status = 'OPEN' and j.owner_id is not null order by 1");
  }

  /** Candidates of whose open journeys the team was told something that nobody has seen. */
  List<Contact> alerted(String prefix) throws SQLException {
    return contacts(
        prefix,
        "select distinct c.number, c.id from c join alert a on a.candidate_id = c.id"
            + " join journey j on j.id = a.journey_id"
            + " where a.closed_at is null and a.acknowledged_at is null and j.status = 'OPEN'"
            + " order by 1");
  }

  /** Sends of which nobody knows, and whom to ask. */
  List<Uncertain> uncertain(String prefix) throws SQLException {
    return find(
        prefix,
        "select i.key, c.number, c.id from c join send_intent i on i.candidate_id = c.id"
            + " where i.state = 'UNCERTAIN' order by 2, 1",
        row -> new Uncertain(row.getString(1), new Contact(row.getString(2), uuid(row, 3))));
  }

  /** Of these candidates, sends whose rows are SENDING. */
  List<String> sending(List<Contact> contacts) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select key from send_intent where state = 'SENDING' and author = 'BOT'"
                    + " and candidate_id = any (?)")) {
      statement.setArray(
          1, connection.createArrayOf("uuid", contacts.stream().map(Contact::candidate).toArray()));
      statement.setQueryTimeout(10);
      List<String> keys = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          keys.add(rows.getString(1));
        }
      }
      return keys;
    }
  }

  /** Candidates who have been silent for a while and whose journeys act by themselves soon. */
  List<Contact> silent(String prefix) throws SQLException {
    return contacts(
        prefix,
        """
              select c.number, c.id from c join journey j on j.candidate_id = c.id
              where j.status = 'OPEN' and j.silent_since < now() - interval '3 seconds'
                and j.due_at between now() + interval '500 milliseconds'
                             and now() + interval '10 seconds'
                and not exists (select 1 from message m where m.candidate_id = c.id
                                and m.direction = 'IN' and m.taken_in_at is null)
              order by j.due_at limit 3
              """);
  }

  /** How far each send's status has got. */
  Map<String, String> statuses(String prefix) throws SQLException {
    Map<String, String> statuses = new HashMap<>();
    find(
        prefix,
        "select i.key, i.status from c join send_intent i on i.candidate_id = c.id"
            + " where i.status is not null",
        row -> statuses.put(row.getString(1), row.getString(2)));
    return statuses;
  }

  private List<Contact> contacts(String prefix, String query) throws SQLException {
    return find(prefix, query, row -> new Contact(row.getString(1), uuid(row, 2)));
  }

  private <T> List<T> find(String prefix, String query, JournalRows.Reader<T> reader)
      throws SQLException {
    try (Connection connection = source.getConnection()) {
      return rows(connection, CANDIDATES + query, prefix, reader);
    }
  }
}
