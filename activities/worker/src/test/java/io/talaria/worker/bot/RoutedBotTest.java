package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Bot;
import io.talaria.port.Channel;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RoutedBotTest extends World {
  @Autowired Bot bot;
  @Autowired Channel channel;

  @Test
  void a_turn_is_answered_in_the_candidates_language_and_the_message_is_marked_read() {
    GRAPH.answers(request -> Answer.of(200, "{\"success\":true}"));
    Ana ana = ana();

    Proposal proposal = bot.propose(turn(ana));

    assertThat(proposal.messages().getFirst().body()).contains("assistente automatizado");
    assertThat(proposal.decision().version()).isEqualTo("v1.0");
    await()
        .untilAsserted(
            () ->
                assertThat(GRAPH.got("wamid.in-" + ana.message()))
                    .singleElement()
                    .satisfies(
                        got ->
                            assertThat(got.body())
                                .contains("\"status\":\"read\"", "typing_indicator")));
  }

  @Test
  void a_turn_that_was_claimed_keeps_its_proposal() {
    GRAPH.answers(
        request ->
            Answer.of(200, "{\"messages\":[{\"id\":\"wamid.%s\"}]}".formatted(UUID.randomUUID())));
    Ana ana = ana();
    channel.deliver(reply(ana, "Olá"));

    assertThat(bot.propose(turn(ana))).isEqualTo(proposal(ana, "Olá"));
  }

  @Test
  void a_silent_whatsapp_delays_no_turn() {
    var never = new CountDownLatch(1);
    GRAPH.answers(
        request -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return null;
        });
    Ana ana = ana();
    long begun = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      bot.propose(turn(ana));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    never.countDown();
  }

  private static Turn turn(Ana ana) {
    return new Turn(
        ACCOUNT,
        ana.candidate(),
        ana.journey().journeyId(),
        TurnKey.ofMessage(ana.message()),
        Reason.MESSAGES,
        "tech-hiring",
        1,
        ana.journey().language(),
        "initial_contact",
        null,
        0,
        Map.of(),
        List.of(new MessageReceived(ana.message(), 1, now(), Kind.TEXT, "oi", null, NUMBER)),
        0,
        false);
  }
}
