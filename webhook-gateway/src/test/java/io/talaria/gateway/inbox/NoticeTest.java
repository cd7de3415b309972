package io.talaria.gateway.inbox;

import static io.talaria.gateway.Updates.messages;
import static io.talaria.gateway.Updates.newPhone;
import static io.talaria.gateway.Updates.newWamid;
import static io.talaria.gateway.Updates.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.beans.factory.annotation.Autowired;

/** A NOTIFY holds a lock of the whole cluster while it commits: one per message here, no more. */
class NoticeTest extends GatewayScenario {
  @Autowired DataSource database;

  @Test
  void storing_recording_and_signalling_a_message_notify_once_and_name_an_id_only()
      throws SQLException {
    String wamid = newWamid();
    try (Connection listening = database.getConnection();
        var statement = listening.createStatement()) {
      statement.execute("listen talaria_journey");

      delivered(messages(text(newPhone(), wamid, 1_750_000_000L, "oi")));
      UUID candidate = candidateOf(wamid);
      soon(
          () ->
              assertThat(
                      count(
                          "select count(*) from message where wamid = ? and signalled_at is not"
                              + " null",
                          wamid))
                  .isOne());

      statement.execute("select 1");
      assertThat(heard(listening)).containsExactly(candidate.toString());
      statement.execute("unlisten *");
    }
  }

  private static List<String> heard(Connection listening) throws SQLException {
    PGNotification[] heard = listening.unwrap(PGConnection.class).getNotifications();
    return heard == null
        ? List.of()
        : Arrays.stream(heard).map(PGNotification::getParameter).toList();
  }
}
