package io.talaria.journal.event;

import io.talaria.journal.Sealed;
import io.talaria.port.Outbound;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The event {@code MessageSent}, by whichever way it became known that WhatsApp has a message. */
@Component
public class SentEvents {
  private final JdbcClient jdbc;
  private final Sealed sealed;
  private final Events events;

  SentEvents(JdbcClient jdbc, Sealed sealed, Events events) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.events = events;
  }

  /** Schema of the event {@code MessageSent}. */
  record MessageSent(String key, String author, String kind, String text, String numberId) {}

  /** Appends the event in the caller's transaction; no-op when this send has it already. */
  public void append(
      UUID accountId,
      UUID candidateId,
      UUID journeyId,
      String key,
      String author,
      Outbound content,
      String numberId) {
    events.append(
        accountId,
        candidateId,
        journeyId,
        "MessageSent",
        key,
        Instant.now(),
        new MessageSent(key, author, kind(content), content.body(), numberId));
  }

  /** The same, read from the send's row. */
  public void append(UUID candidateId, String key) {
    jdbc.sql(
            """
            select account_id, journey_id, author, sealed_content, number_id
            from send_intent where key = :key
            """)
        .param("key", key)
        .query(
            (row, n) -> {
              append(
                  row.getObject(1, UUID.class),
                  candidateId,
                  row.getObject(2, UUID.class),
                  key,
                  row.getString(3),
                  sealed.json(candidateId, row.getBytes(4), Outbound.class),
                  row.getString(5));
              return key;
            })
        .list();
  }

  /** How the transcript and the events name the shape of a message. */
  public static String kind(Outbound content) {
    return switch (content) {
      case Outbound.Text text -> "text";
      case Outbound.Buttons buttons -> "button";
      case Outbound.Choices choices -> "list";
      case Outbound.Template template -> "template";
    };
  }
}
