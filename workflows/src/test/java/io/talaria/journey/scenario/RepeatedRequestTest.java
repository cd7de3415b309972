package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.talaria.journey.Answered;
import io.talaria.journey.HandbackReceipt;
import io.talaria.journey.HoldReceipt;
import io.talaria.journey.JourneyState;
import io.talaria.journey.KeepHold;
import io.talaria.journey.Mode;
import io.talaria.journey.Recollection;
import io.talaria.journey.Refusal;
import io.talaria.journey.ScheduleReceipt;
import io.talaria.journey.TakeOver;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Journal.Remembered;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A double click or a retried request is one message and gets the same answer. */
class RepeatedRequestTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  @Test
  void two_clicks_at_once_are_one_message() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    UUID request = UUID.randomUUID();
    var receipts =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> camila.replies(request, "Oi, Ana")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(receipts).hasSize(4).containsOnly(receipts.getFirst());
    ana.hears("Oi, Ana").hearsNothingMore();
  }

  /** An answer in the journal, of a step so many revisions ahead of what the run knows. */
  private static Remembered given(Scenario ana, Answered answer, long ahead) {
    JourneyState state = ana.state();
    return new Remembered(answer, state.journeyId(), state.generation(), state.revision() + ahead);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 0, -1})
  void one_whose_step_was_lost_after_the_journal_had_it_is_done_again_and_answered_the_same(
      long lostRevisionAhead) {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    UUID request = UUID.randomUUID();
    var before = new HandbackReceipt(ana.now().minusSeconds(3));
    ana.neighbours.answers.put(
        request, given(ana, new Answered(request, before), lostRevisionAhead));

    assertThat(camila.handsBack(request, false)).isEqualTo(before);

    assertThat(ana.state().mode()).isEqualTo(Mode.BOT);
  }

  @Test
  void a_takeover_whose_step_was_lost_lets_its_holder_write_once_it_is_asked_for_again() {
    // given a brake that is up, and a receipt that only the journal has
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    UUID request = UUID.randomUUID();
    long epoch = ana.neighbours.raiseBrake(camila.id());
    var before = new TakeoverReceipt(ana.now().minusSeconds(3), List.of(), List.of(), List.of());
    ana.neighbours.answers.put(request, given(ana, new Answered(request, before), 1));
    assertThatThrownBy(() -> camila.replies("Oi, Ana"))
        .rootCause()
        .hasMessageContaining("The bot has this conversation");

    // when
    var again = new TakeOver(request, camila.id(), "Camila", epoch, null, false);
    assertThat(ana.journey().takeOver(again)).isEqualTo(before);

    // then
    camila.replies("Oi, Ana");
    ana.hears("Oi, Ana").hearsNothingMore();
  }

  @Test
  void one_that_is_refused_now_is_told_what_the_journey_knows() {
    // given words promised for later, in a step that was lost after the journal had it
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    UUID request = UUID.randomUUID();
    var promise = new ScheduleReceipt(request, ana.now(), false);
    var given = given(ana, new Answered(request, promise), 1);
    ana.neighbours.answers.put(request, given);

    // when they are asked for again when their time has passed
    var refusal =
        (ApplicationFailure)
            catchThrowable(() -> camila.schedules(request, "Até já", ana.now(), null)).getCause();

    // then the refusal tells that this promise was not kept
    assertThat(refusal.getOriginalMessage()).isEqualTo("This time has passed");
    assertThat(refusal.getDetails().get(Recollection.class).voids(given)).isTrue();
  }

  @Test
  void one_whose_step_was_lost_and_that_is_too_late_when_its_turn_comes_is_not_called_done() {
    // given an hour more that was granted in a lost step, and a hand-back that the journal delays
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    UUID request = UUID.randomUUID();
    ana.neighbours.answers.put(
        request,
        given(ana, new Answered(request, new HoldReceipt(camila.id(), "Camila", ana.now())), 1));
    synchronized (ana.neighbours) {
      ana.neighbours.outages = 4;
    }
    var handsBack = CompletableFuture.runAsync(camila::handsBack);
    await().until(() -> ana.neighbours.outagesLeft() < 4);

    // when it is asked for again before the hand-back is through
    var refusal = catchThrowable(() -> ana.journey().keepHold(new KeepHold(request, camila.id())));

    // then it is refused as anybody's would be by then
    handsBack.join();
    assertThat(refusal).rootCause().hasMessageContaining("The bot has this conversation");
    assertThat(ana.neighbours.outagesLeft()).isZero();
  }

  @Test
  void one_that_the_state_has_forgotten_is_answered_from_the_journal_and_moves_nothing() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    UUID request = UUID.randomUUID();
    var receipt = camila.replies(request, "Oi, Ana");
    for (int i = 0; i < 51; i++) {
      camila.keeps();
    }
    assertThat(ana.state().requests()).noneMatch(a -> a.requestId().equals(request));
    ana.says("pergunta nova").until(state -> !state.inbox().open().isEmpty());
    assertThat(camila.replies(request, "Oi, Ana")).isEqualTo(receipt);
    ana.hears("Oi, Ana").hearsNothingMore();
    assertThat(ana.state().inbox().open()).hasSize(1);
  }

  @Test
  void one_of_a_journey_that_ended_is_not_sent_into_the_next_one() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    UUID request = UUID.randomUUID();
    var receipt = camila.writesBeside(request, "Tudo bem?");
    ana.hears("Tudo bem?").says("PARAR").hears("Não escrevo mais").until(state -> state.over());
    ana.silence(Duration.ofDays(31)).says("oi").silence(Duration.ofSeconds(5));
    ana.hears("automatizado");
    assertThat(camila.writesBeside(request, "Tudo bem?")).isEqualTo(receipt);
    ana.hearsNothingMore();
  }

  @Test
  void one_that_would_be_refused_by_now_is_answered_as_it_was() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    UUID request = UUID.randomUUID();
    var receipt = camila.replies(request, "Oi, Ana");
    camila.handsBack();
    ana.hears("Oi, Ana").hears("Continuando");
    assertThat(camila.replies(request, "Oi, Ana")).isEqualTo(receipt);
    ana.hearsNothingMore();
  }

  @Test
  void one_that_was_refused_is_looked_at_anew() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    UUID request = UUID.randomUUID();
    assertThatThrownBy(() -> camila.replies(request, "Oi")).rootCause().hasMessageContaining("bot");
    camila.takesOver();
    camila.replies(request, "Oi");
    ana.hears("Oi").hearsNothingMore();
  }

  @Test
  void an_id_of_another_kind_of_request_is_refused_and_the_journey_goes_on() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    UUID request = UUID.randomUUID();
    camila.replies(request, "Oi");
    assertThatThrownBy(() -> ana.journey().keepHold(new KeepHold(request, camila.id())))
        .rootCause()
        .extracting(cause -> ((ApplicationFailure) cause).getType())
        .isEqualTo(Refusal.INVALID.name());
    camila.handsBack();
    ana.hears("Oi").hears("Continuando");
  }
}
