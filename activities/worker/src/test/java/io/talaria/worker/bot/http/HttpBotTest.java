package io.talaria.worker.bot.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.talaria.journal.definition.Engine;
import io.talaria.journal.definition.Engine.Fallback;
import io.talaria.journal.reading.TranscriptTail;
import io.talaria.port.BotFault;
import io.talaria.port.Turn;
import io.talaria.worker.FakeHttp;
import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.World;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bot from outside, asked over a real connection with the journal's transcript. */
class HttpBotTest extends World {
  private static final String FINE =
      "{\"messages\":[{\"text\":\"Qual turno?\"}],\"stage\":\"screening\",\"step\":\"shift\"}";
  private static final Engine.Http ENGINE = new Engine.Http("dispatcher", Fallback.HUMAN);

  @Autowired TranscriptTail transcript;
  @Autowired MeterRegistry meters;

  private final FakeHttp dispatcher = new FakeHttp();
  private final Breakers breakers = new Breakers();

  @Test
  void a_turn_tells_all_that_the_contract_promises_and_no_phone() {
    dispatcher.answers(request -> Answer.of(200, FINE));
    Ana ana = ana("+5511912345678");
    Turn turn = turn(ana);

    HttpBot.Asked asked = bot().ask(turn, Turns.EXISTING_BOT, ENGINE);

    assertThat(asked)
        .isInstanceOfSatisfying(
            HttpBot.Proposed.class,
            proposed -> assertThat(proposed.proposal().step()).isEqualTo("shift"));
    String body = dispatcher.got().getFirst().body();
    assertThat(body).doesNotContain("5511912345678", "Ana Souza");
    JsonNode request = JsonMapper.shared().readTree(body);
    assertThat(request.propertyNames())
        .containsExactlyInAnyOrder(
            "contract",
            "id",
            "reason",
            "account",
            "candidate",
            "journey",
            "definition",
            "version",
            "language",
            "languages",
            "stage",
            "step",
            "disclosed",
            "answers",
            "messages",
            "transcript",
            "stages",
            "limits");
    assertThat(request.path("id").asString()).isEqualTo(turn.key() + "@2");
    assertThat(request.path("messages").path(0).path("sent_at").asString())
        .isEqualTo("2026-03-02T12:00:00Z");
    assertThat(request.path("transcript").path(0).path("text").asString()).isEqualTo("oi");
    assertThat(request.path("stages").path(0).path("questions").path(0).path("id").asString())
        .isEqualTo("position");
    assertThat(request.path("limits").path("text_over_buttons").asInt()).isEqualTo(1024);
  }

  @Test
  void what_passes_is_tried_again_within_the_bots_patience() {
    var n = new AtomicInteger();
    dispatcher.answers(
        request -> n.getAndIncrement() == 0 ? Answer.of(503, "{}") : Answer.of(200, FINE));

    assertThat(bot().ask(turn(ana()), Turns.EXISTING_BOT, ENGINE))
        .isInstanceOf(HttpBot.Proposed.class);
    assertThat(dispatcher.got()).hasSize(2);
    assertThat(dispatcher.got().get(0).body()).isEqualTo(dispatcher.got().get(1).body());
  }

  @Test
  void what_stays_is_not_tried_again_and_is_counted_by_its_name() {
    dispatcher.answers(request -> Answer.of(200, "{\"messages\":[]}"));
    double before = faults("silent");

    assertThat(bot().ask(turn(ana()), Turns.EXISTING_BOT, ENGINE))
        .isEqualTo(new HttpBot.Failed(BotFault.SILENT));
    assertThat(dispatcher.got()).hasSize(1);
    assertThat(faults("silent") - before).isEqualTo(1);
  }

  @Test
  void patience_ends_and_a_bot_that_goes_on_failing_rests() {
    dispatcher.answers(request -> Answer.of(500, "{}"));
    HttpBot bot = bot();
    Ana ana = ana();

    assertThat(bot.ask(turn(ana), Turns.EXISTING_BOT, ENGINE))
        .isEqualTo(new HttpBot.Failed(BotFault.SERVER_ERROR));
    for (int i = 0; i < Breakers.ENOUGH; i++) {
      bot.ask(turn(ana), Turns.EXISTING_BOT, ENGINE);
    }
    int asked = dispatcher.got().size();
    assertThat(bot.ask(turn(ana), Turns.EXISTING_BOT, ENGINE))
        .isEqualTo(new HttpBot.Failed(BotFault.RESTING));
    assertThat(dispatcher.got()).hasSize(asked);
  }

  @Test
  void a_turn_in_which_it_is_left_alone_is_told_by_what_was_wrong_first() {
    // given a bot whose breaker opens at the next failure
    dispatcher.answers(request -> Answer.of(500, "{}"));
    HttpBot bot = bot();
    for (int i = 1; i < Breakers.ENOUGH; i++) {
      breakers.call("dispatcher", () -> new BotReply.Failed(BotFault.DOWN));
    }

    // when a turn's first try fails, and its second finds the bot resting
    HttpBot.Asked asked = bot.ask(turn(ana()), Turns.EXISTING_BOT, ENGINE);

    // then people read what it answered
    assertThat(dispatcher.got()).hasSize(1);
    assertThat(asked).isEqualTo(new HttpBot.Failed(BotFault.SERVER_ERROR));
  }

  @Test
  void a_bot_that_nobody_configured_is_told_by_name() {
    assertThat(
            bot()
                .ask(turn(ana()), Turns.EXISTING_BOT, new Engine.Http("botpress", Fallback.SCRIPT)))
        .isEqualTo(new HttpBot.Failed(BotFault.NOT_CONFIGURED));
  }

  private HttpBot bot() {
    var endpoint =
        new BotSettings.Endpoint(
            URI.create(dispatcher.url() + "/turns"),
            "a-secret-of-16ch",
            Duration.ofSeconds(2),
            Duration.ofSeconds(2));
    return new HttpBot(
        new BotSettings(Map.of("dispatcher", endpoint)),
        new BotClient(),
        breakers,
        transcript,
        meters);
  }

  private double faults(String fault) {
    return meters.counter("talaria.bot.faults", "bot", "dispatcher", "fault", fault).count();
  }

  private Turn turn(Ana ana) {
    Turn turn = Turns.at("first_contact", true, Turns.text(2, "quero trabalhar"));
    return new Turn(
        ACCOUNT,
        ana.candidate(),
        ana.journey().journeyId(),
        turn.key(),
        turn.reason(),
        turn.definition(),
        turn.plan(),
        turn.language(),
        turn.stage(),
        turn.step(),
        turn.misses(),
        turn.answers(),
        turn.messages(),
        turn.number(),
        turn.disclosed());
  }
}
