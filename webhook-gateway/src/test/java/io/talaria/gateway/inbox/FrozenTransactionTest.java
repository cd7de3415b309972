package io.talaria.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchRuntimeException;

import io.talaria.gateway.GatewayScenario;
import io.talaria.gateway.Sends;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class FrozenTransactionTest extends GatewayScenario {
  private static final String LOCK = "select id from candidate where id = ? for update";

  @Autowired TransactionTemplate transaction;

  @Test
  void who_freezes_in_a_transaction_gives_up_its_locks_and_tries_again_when_it_wakes() {
    Sends ana = new Sends(jdbc);

    RuntimeException woken =
        catchRuntimeException(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      row(LOCK, ana.candidate);
                      soon(
                          () ->
                              assertThat(
                                      count(
                                          "select count(*) from (" + LOCK + " nowait)",
                                          ana.candidate))
                                  .isOne());
                    }));

    assertThat(Trouble.failing(woken).detail()).contains("25P03");
    assertThat(Trouble.isPassing(woken)).isTrue();
  }
}
