package io.talaria.journal;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells open consoles, through PostgreSQL's NOTIFY, that something of a candidate changed. Ids
 * only; listeners read again. At most two commits of a message's way carry one, since NOTIFY takes
 * a lock of the whole cluster at commit.
 */
@Component
public class JournalNotice {
  /** The channel to LISTEN on. */
  public static final String CHANNEL = "talaria_journey";

  private final JdbcClient jdbc;

  JournalNotice(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Heard when the current transaction commits; the payload is the candidate's id. */
  public void changed(UUID candidateId) {
    jdbc.sql("select pg_notify(:channel, :candidate)")
        .param("channel", CHANNEL)
        .param("candidate", candidateId.toString())
        .query((row, n) -> n)
        .list();
  }
}
