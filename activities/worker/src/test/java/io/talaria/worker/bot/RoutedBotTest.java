package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talaria.journey.Ending;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Bot;
import io.talaria.port.Channel;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  @Test
  void the_bot_of_the_stage_is_asked_and_its_words_are_proposed() {
    DISPATCHER.answers(
        request ->
            Answer.of(200, "{\"messages\":[{\"text\":\"Qual vaga?\"}],\"stage\":\"screening\"}"));

    Proposal proposal = bot.propose(outside(Reason.MESSAGES, "human"));

    assertThat(proposal.messages().getFirst().body()).endsWith("Qual vaga?");
    assertThat(proposal.stage()).isEqualTo("screening");
    assertThat(proposal.decision().engine()).isEqualTo("http");
  }

  @Test
  void where_it_fails_a_person_is_called_and_nothing_is_said() {
    DISPATCHER.answers(request -> Answer.of(200, "{}"));

    Proposal proposal = bot.propose(outside(Reason.MESSAGES, "human"));

    assertThat(proposal.messages()).isEmpty();
    assertThat(proposal.needsHuman()).isEqualTo("bot_failed.silent");
    assertThat(proposal.stage()).isEqualTo("first_contact");
    assertThat(proposal.decision().rule()).isEqualTo("first_contact › dispatcher failed: silent");
  }

  @Test
  void or_the_script_answers_this_turn_and_says_why() {
    DISPATCHER.answers(request -> Answer.of(200, "{\"messages\":[{\"text\":5}]}"));

    Proposal proposal = bot.propose(outside(Reason.MESSAGES, "script"));

    assertThat(proposal.step()).isEqualTo("position");
    assertThat(proposal.needsHuman()).isNull();
    assertThat(proposal.decision().engine()).isEqualTo("script");
    assertThat(proposal.decision().rule())
        .isEqualTo("first_contact › greeting (fallback: dispatcher off_contract)");
  }

  @Test
  void a_stop_a_call_for_a_person_and_reminders_do_not_hang_on_it() {
    DISPATCHER.answers(request -> Answer.of(500, "{}"));

    assertThat(bot.propose(outside(Reason.OPT_OUT, "human")).ending()).isEqualTo(Ending.OPTED_OUT);
    assertThat(bot.propose(outside(Reason.PERSON, "human")).needsHuman())
        .isEqualTo("asked_for_person");
    assertThat(bot.propose(outside(Reason.NUDGE, "human")).messages()).isNotEmpty();
    assertThat(bot.propose(outside(Reason.WINDOW_CLOSED, "human")).messages())
        .hasOnlyElementsOfType(Outbound.Template.class);
    assertThat(DISPATCHER.got()).isEmpty();
  }

  /** A turn of the definition in which an outside bot talks, with this fallback. */
  private Turn outside(Reason reason, String fallback) {
    String name = "existing-bot-" + fallback;
    jdbc.sql(
            """
            insert into definition_version (account_id, name, plan, text_revision, yaml, plan_hash, text_hash)
            values (:account, :name, 1, 0, :yaml, '-', '-') on conflict do nothing
            """)
        .param("account", ACCOUNT)
        .param("name", name)
        .param("yaml", existingBot().replace("fallback: human", "fallback: " + fallback))
        .update();
    Ana ana = ana();
    return turn(ana, reason, name, "first_contact");
  }

  private static String existingBot() {
    try (var in = Bot.class.getResourceAsStream("/definitions/existing-bot.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Turn turn(Ana ana) {
    return turn(ana, Reason.MESSAGES, "tech-hiring", "initial_contact");
  }

  private static Turn turn(Ana ana, Reason reason, String definition, String stage) {
    return new Turn(
        ACCOUNT,
        ana.candidate(),
        ana.journey().journeyId(),
        TurnKey.ofMessage(ana.message()),
        reason,
        definition,
        1,
        ana.journey().language(),
        stage,
        null,
        0,
        Map.of(),
        List.of(new MessageReceived(ana.message(), 1, now(), Kind.TEXT, "oi", null, NUMBER)),
        reason == Reason.NUDGE ? 1 : 0,
        false);
  }
}
