package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.port.Channel;
import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A NOTIFY holds a lock of the whole cluster while it commits. PostgreSQL folds equal ones of one
 * transaction, so each that is heard here was a commit of its own.
 */
class NoticeTest extends World {
  @Autowired Channel channel;
  @Autowired DataSource database;

  @Test
  void a_turn_its_reply_and_the_journeys_state_notify_once_and_name_an_id_only()
      throws SQLException {
    Ana ana = ana();
    GRAPH.answers(
        request -> Answer.of(200, "{\"messages\":[{\"id\":\"wamid." + UUID.randomUUID() + "\"}]}"));
    try (Connection listening = database.getConnection();
        var statement = listening.createStatement()) {
      statement.execute("listen talaria_journey");

      channel.deliver(reply(ana, "Olá"));

      assertThat(heard(listening)).containsExactly(ana.candidate().toString());
      statement.execute("unlisten *");
    }
  }

  /** What was notified before this is heard with the first answer after it. */
  private List<String> heard(Connection listening) throws SQLException {
    var heard = new ArrayList<String>();
    try (var statement = listening.createStatement()) {
      statement.execute("select 1");
    }
    PGNotification[] notifications = listening.unwrap(PGConnection.class).getNotifications();
    if (notifications != null) {
      Arrays.stream(notifications).map(PGNotification::getParameter).forEach(heard::add);
    }
    return heard;
  }
}
