package io.talaria.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import io.talaria.gateway.Sends;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FrozenTransactionTest extends GatewayScenario {
  @Autowired DataSource pool;

  @Test
  void a_process_that_freezes_in_a_transaction_gives_up_its_locks() throws SQLException {
    Sends ana = new Sends(jdbc);
    try (Connection frozen = pool.getConnection();
        PreparedStatement lock =
            frozen.prepareStatement("select id from candidate where id = ? for update")) {
      frozen.setAutoCommit(false);
      lock.setObject(1, ana.candidate);
      lock.execute();

      soon(
          () ->
              assertThat(
                      count(
                          "select count(*) from (select id from candidate where id = ? for update nowait)",
                          ana.candidate))
                  .isOne());
      assertThat(frozen.isValid(1)).isFalse();
    }
  }
}
