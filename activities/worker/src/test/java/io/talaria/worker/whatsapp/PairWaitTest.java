package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.talaria.port.Channel;
import io.talaria.port.Delivery;
import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.World;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long a send on the governed queue waits whose recipient has had too much. */
class PairWaitTest extends World {
  private static final int PAIR = 131056;
  private static final int HICCUP = 131000;

  @Autowired Channel channel;

  private final AtomicInteger kept = new AtomicInteger();
  private TestActivityEnvironment queue;

  @BeforeEach
  void open() {
    queue = TestActivityEnvironment.newInstance();
    queue.registerActivitiesImplementations(channel);
    queue.setActivityHeartbeatListener(Integer.class, kept::set);
  }

  @AfterEach
  void close() {
    queue.close();
  }

  @Test
  void only_refusals_for_the_recipients_sake_make_the_wait_four_times_as_long() {
    Delivery delivery = reply(ana(), "Olá");

    refused(delivery, HICCUP);
    assertThat(refused(delivery, PAIR)).isEqualTo(Duration.ofSeconds(1));
    refused(delivery, HICCUP);
    refused(delivery, HICCUP);
    assertThat(refused(delivery, PAIR)).isEqualTo(Duration.ofSeconds(4));
    assertThat(refused(delivery, PAIR)).isEqualTo(Duration.ofSeconds(16));
  }

  /** One attempt, which knows what the ones before it left with the engine. */
  private Duration refused(Delivery delivery, int code) {
    GRAPH.answers(
        request ->
            Answer.of(
                400, "{\"error\":{\"message\":\"(#%d)\",\"code\":%d}}".formatted(code, code)));
    if (kept.get() > 0) {
      queue.setHeartbeatDetails(kept.get());
    }
    Channel once =
        queue.newActivityStub(
            Channel.class,
            ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofSeconds(15))
                .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
                .build());
    ActivityFailure failure =
        catchThrowableOfType(ActivityFailure.class, () -> once.send(delivery));
    return ((ApplicationFailure) failure.getCause()).getNextRetryDelay();
  }
}
