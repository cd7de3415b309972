package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.talaria.journey.Mode;
import io.talaria.journey.ReplyReceipt.Standing;
import io.talaria.journey.SettleSend.Choice;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Turn;
import io.talaria.port.TurnKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What recruiters ask while a bot takes half a minute to think. */
class ServedWhileThinkingTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  private static Scenario greeted() {
    var ana = world.candidate(Neighbours.plan(true, Duration.ZERO));
    return ana.taps("oi").hears("automatizado");
  }

  /** The bot thinks about an answer until it is told to answer. */
  private static Scenario thinking() {
    var ana = greeted();
    ana.neighbours.thinking = new CountDownLatch(1);
    ana.taps("Ana").until(state -> !state.inbox().open().isEmpty());
    return ana;
  }

  private static void answers(Scenario ana) {
    assertThat(ana.neighbours.thinking.getCount()).as("the bot thinks still").isOne();
    ana.neighbours.thinking.countDown();
  }

  private static void isAnsweredAtOnce(Scenario ana, Runnable request) {
    Instant asked = ana.now();
    request.run();
    assertThat(Duration.between(asked, ana.now())).isLessThan(Duration.ofSeconds(1));
  }

  /** How often the bot was asked to answer the candidate's last message. */
  private static long timesAsked(Scenario ana) {
    String turn = TurnKey.ofMessage(ana.lastMessage().id());
    synchronized (ana.neighbours) {
      return ana.neighbours.turns.stream().map(Turn::key).filter(turn::equals).count();
    }
  }

  @Test
  void words_beside_the_bot_leave_at_once_and_the_bot_answers_having_read_them() {
    var ana = thinking();

    isAnsweredAtOnce(
        ana,
        () ->
            assertThat(
                    ana.recruiter("Camila")
                        .writesBeside(UUID.randomUUID(), "Estou por aqui")
                        .standing())
                .isEqualTo(Standing.SENT));
    ana.hears("Estou por aqui").hearsNothingMore();

    answers(ana);
    ana.hears("cargo").hearsNothingMore();
    await().until(() -> timesAsked(ana) == 2);
    assertThat(ana.state().inbox().open()).isEmpty();
  }

  @Test
  void what_is_scheduled_or_cancelled_leaves_the_bot_thinking() {
    var ana = thinking();
    var camila = ana.recruiter("Camila");

    isAnsweredAtOnce(
        ana,
        () -> {
          var kept = camila.schedules("Bom dia", ana.now().plus(Duration.ofHours(2)));
          assertThat(camila.cancels(kept.scheduled()).at()).isNull();
        });

    answers(ana);
    ana.hears("cargo").hearsNothingMore();
    assertThat(timesAsked(ana)).isOne();
  }

  @Test
  void what_is_refused_is_refused_at_once() {
    var ana = thinking();
    isAnsweredAtOnce(
        ana,
        () ->
            assertThatThrownBy(() -> ana.recruiter("Camila").settles("msg:gone/0", Choice.ARRIVED))
                .rootCause()
                .hasMessageContaining("no such message"));
    answers(ana);
    ana.hears("cargo").hearsNothingMore();
    assertThat(timesAsked(ana)).isOne();
  }

  @Test
  void an_uncertain_send_of_before_is_settled_at_once() {
    var ana = greeted();
    ana.neighbours.nextOutcome = Outcome.UNCERTAIN;
    ana.taps("Ana").hears("cargo").until(state -> state.inbox().open().isEmpty());
    String key = ana.neighbours.sent.getLast().key();
    ana.neighbours.thinking = new CountDownLatch(1);
    ana.taps("backend").until(state -> !state.inbox().open().isEmpty());

    isAnsweredAtOnce(
        ana,
        () ->
            assertThat(ana.recruiter("Camila").settles(key, Choice.ARRIVED).standing())
                .isEqualTo(Standing.ARRIVED));

    answers(ana);
    ana.hears("link").hearsNothingMore();
    assertThat(timesAsked(ana)).isOne();
  }

  @Test
  void what_a_person_has_answered_meanwhile_is_not_answered_by_the_bot() {
    // given a reply that a lost step had begun, about whose messages the bot thinks anew
    var ana = thinking();
    ana.neighbours.hasBegunToAnswer(ana.lastMessage());
    String first = TurnKey.bubble(TurnKey.ofMessage(ana.lastMessage().id()), 0);

    // when a person sends its first bubble again
    assertThat(ana.recruiter("Camila").settles(first, Choice.SEND_AGAIN).standing())
        .isEqualTo(Standing.SENT);

    // then the rest follows it, and what the bot thought is not said
    ana.hears("balão 1").hears("balão 2");
    answers(ana);
    ana.silence(Duration.ofMinutes(1)).hearsNothingMore();
    assertThat(ana.state().inbox().open()).isEmpty();
  }

  @Test
  void the_question_after_a_hand_back_is_asked_also_when_somebody_wrote_beside_it() {
    var ana = greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    ana.neighbours.thinking = new CountDownLatch(1);
    camila.handsBack();

    isAnsweredAtOnce(ana, () -> camila.writesBeside(UUID.randomUUID(), "O robô continua"));

    answers(ana);
    ana.hears("O robô continua").hears("Continuando").hearsNothingMore();
  }

  @Test
  void a_takeover_stops_the_bot_also_after_other_requests() {
    var ana = thinking();
    var camila = ana.recruiter("Camila");
    camila.writesBeside(UUID.randomUUID(), "Estou por aqui");
    camila.schedules("Bom dia", ana.now().plus(Duration.ofHours(2)));

    isAnsweredAtOnce(ana, camila::takesOver);

    answers(ana);
    ana.hears("Estou por aqui").silence(Duration.ofMinutes(1)).hearsNothingMore();
    assertThat(ana.state().mode()).isEqualTo(Mode.HUMAN);
  }

  @Test
  void several_requests_are_each_answered_once() {
    var ana = thinking();
    var camila = ana.recruiter("Camila");
    UUID request = UUID.randomUUID();
    var first = camila.writesBeside(request, "um");
    var repeated = camila.writesBeside(request, "um");
    camila.writesBeside(UUID.randomUUID(), "dois");

    assertThat(List.of(first, repeated)).containsOnly(first);
    answers(ana);
    ana.hears("um").hears("dois").hears("cargo").hearsNothingMore();
  }
}
