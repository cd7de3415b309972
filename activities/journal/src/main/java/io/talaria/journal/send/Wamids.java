package io.talaria.journal.send;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** WhatsApp's ids of messages. They hide phone numbers: never logged, never shown. */
@Component
public class Wamids {
  private final JdbcClient jdbc;

  Wamids(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty for a message that isn't there or that WhatsApp has not named. */
  public Optional<String> of(UUID messageId) {
    return jdbc.sql("select wamid from message where id = :id and wamid is not null")
        .param("id", messageId)
        .query(String.class)
        .optional();
  }
}
