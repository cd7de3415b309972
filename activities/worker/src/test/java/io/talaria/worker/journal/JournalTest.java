package io.talaria.worker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.talaria.journal.send.Reaper;
import io.talaria.journal.takeover.RequestedTakeovers;
import io.talaria.journey.Ending;
import io.talaria.journey.Hold;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.End;
import io.talaria.journey.JourneyState.Inbox;
import io.talaria.journey.JourneyState.Talk;
import io.talaria.journey.SettleSend.Choice;
import io.talaria.journey.Silence;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.journey.TakeoverReceipt.HeldBack;
import io.talaria.port.Channel;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Desk;
import io.talaria.port.Journal;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyWrite;
import io.talaria.port.TurnKey;
import io.talaria.port.Written;
import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JournalTest extends World {
  @Autowired MeterRegistry meters;
  @Autowired Journal journal;
  @Autowired Channel channel;
  @Autowired Reaper reaper;
  @Autowired RequestedTakeovers requested;

  @Test
  void a_run_opens_its_journey_once_with_the_newest_plan_and_the_countrys_language() {
    Ana ana = ana();
    Journal.Opened again = journal.open(open(ana, ana.runId(), List.of()));

    assertThat(again).isEqualTo(ana.journey());
    assertThat(again.opened()).isTrue();
    assertThat(again.generation()).isEqualTo(1);
    assertThat(again.language()).isEqualTo("pt-BR");
    assertThat(again.plan().stages())
        .extracting("id")
        .containsExactly("initial_contact", "technical_challenge", "cultural_fit", "final_review");
    assertThat(
            column(
                String.class,
                "select stage from stage_visit where journey_id = :id and left_at is null",
                ana.journey().journeyId()))
        .isEqualTo("initial_contact");
  }

  @Test
  void a_run_that_finds_nothing_to_take_in_opens_nothing() {
    Ana ana = ana();
    journal.record(write(ana, state(ana, 1)));

    Journal.Opened late = journal.open(open(ana, "another-run", List.of(ana.message())));

    assertThat(late.opened()).isFalse();
    assertThat(journeyRow(ana)).containsEntry("generation", 1L);
  }

  @Test
  void a_run_that_is_called_for_goes_on_without_a_message_and_the_lost_runs_sends_are_refused() {
    Ana ana = ana();
    journal.record(write(ana, state(ana, 1)));
    Delivery late = reply(ana, "Olá");

    Journal.Opened opened = journal.open(called(ana, "another-run"));

    assertThat(opened.opened()).isTrue();
    assertThat(opened.generation()).isEqualTo(2);
    assertThat(opened.left()).isEqualTo(state(ana, 1));
    assertThat(opened.epoch()).isGreaterThan(late.epoch());
    assertThat(channel.deliver(late).outcome()).isEqualTo(Outcome.BRAKED);
  }

  @Test
  void what_a_lost_run_had_queued_is_cancelled_and_sent_by_whoever_decides_it_again() {
    Ana ana = ana();
    Delivery queued = reply(ana, "Olá");
    deadSend(ana, queued, Duration.ofSeconds(5));
    jdbc.sql("update send_intent set state = 'QUEUED', not_after = null where key = :key")
        .param("key", queued.key())
        .update();

    Journal.Opened opened = journal.open(called(ana, "another-run"));
    assertThat(intent(queued.key())).isEqualTo("REJECTED");

    GRAPH.answers(
        request ->
            Answer.of(200, "{\"messages\":[{\"id\":\"wamid.again-" + ana.candidate() + "\"}]}"));
    Delivery again = delivery(ana, queued.key(), Author.BOT, opened.epoch(), "Olá", queued.claim());
    assertThat(channel.deliver(again).outcome()).isEqualTo(Outcome.SENT);
    assertThat(intent(queued.key())).isEqualTo("SENT");
  }

  @Test
  void a_journey_that_is_over_isnt_gone_on_with_though_it_is_called_for() {
    Ana ana = ana();
    JourneyState over = state(ana, 1).withEnd(new End(Ending.COMPLETED, Instant.now()));
    journal.record(write(ana, over));
    assertThat(journal.open(called(ana, "another-run")).opened()).isFalse();
  }

  @Test
  void the_journal_knows_when_a_journey_acts_next_by_itself() {
    Ana ana = ana();
    journal.record(write(ana, state(ana, 1)));
    Instant firstNudge =
        state(ana, 1)
            .silence()
            .candidateOwesSince()
            .plus(techHiring().definition().plan().times().nudges().getFirst());
    assertThat(instant(journeyRow(ana).get("due_at"))).isEqualTo(firstNudge);
  }

  @Test
  void what_the_team_is_to_be_told_is_no_deadline_and_is_known_until_the_next_write() {
    Ana ana = ana();
    JourneyState held =
        state(ana, 1)
            .withHold(
                new Hold(
                    1, new Holder(UUID.randomUUID(), operator("Rita"), "Rita", Instant.now())));
    journal.record(write(ana, held));
    Instant ownerSilent = Instant.now().plus(Duration.ofHours(1));
    assertThat(instant(journeyRow(ana).get("due_at"))).isAfter(ownerSilent);

    var handedOver =
        new Desk.Alert(
            ACCOUNT,
            ana.candidate(),
            ana.journey().journeyId(),
            "episode",
            Desk.Kind.HANDED_OVER,
            "initial_contact",
            Instant.now(),
            null);
    journal.record(write(ana, held.revised().withAlerts(List.of(handedOver))));

    assertThat(instant(journeyRow(ana).get("due_at"))).isAfter(ownerSilent);
    assertThat(journeyRow(ana).get("untold_since")).isNotNull();
    journal.record(write(ana, held.revised().revised()));
    assertThat(journeyRow(ana).get("untold_since")).isNull();
  }

  @Test
  void a_lost_runs_journey_is_gone_on_with_and_the_lost_runs_late_writes_are_refused() {
    Ana ana = ana();
    UUID next = says(ana.candidate(), "ainda aí?");

    Journal.Opened repaired = journal.open(open(ana, "another-run", List.of(next)));
    journal.record(write(ana, state(ana, 7)));

    assertThat(repaired.journeyId()).isEqualTo(ana.journey().journeyId());
    assertThat(repaired.generation()).isEqualTo(2);
    assertThat(journeyRow(ana)).containsEntry("generation", 2L).containsEntry("revision", 0L);
  }

  @Test
  void a_lost_runs_journey_is_gone_on_with_from_its_last_state() {
    Ana ana = ana();
    JourneyState last = state(ana, 3);
    journal.record(write(ana, last));
    UUID next = says(ana.candidate(), "ainda aí?");

    assertThat(journal.open(open(ana, "another-run", List.of(next))).left()).isEqualTo(last);
  }

  @Test
  void a_run_on_a_history_from_before_a_restore_does_not_climb_over_what_happened_since() {
    Ana ana = ana();
    journal.record(write(ana, state(ana, 40)));

    assertThat(journal.record(write(ana, state(ana, 5)))).isEqualTo(Written.OVERTAKEN);
    assertThat(journeyRow(ana)).containsEntry("revision", 40L);
  }

  @Test
  void after_the_end_a_new_message_begins_a_new_journey() {
    Ana ana = ana();
    JourneyState ended = ended(state(ana, 1), Ending.COMPLETED);
    journal.record(
        write(
            ana,
            ended,
            new JourneyEvent.JourneyEnded(
                "end", now(), Ending.COMPLETED, "initial_contact", null)));
    UUID next = says(ana.candidate(), "voltei");

    Journal.Opened second = journal.open(open(ana, "second-run", List.of(next)));

    assertThat(second.journeyId()).isNotEqualTo(ana.journey().journeyId());
    assertThat(second.generation()).isEqualTo(2);
    assertThat(journeyRow(ana)).containsEntry("status", "COMPLETED");
    assertThat(
            column(
                String.class,
                "select left_as from stage_visit where journey_id = :id",
                ana.journey().journeyId()))
        .isEqualTo("COMPLETED");
  }

  @Test
  void only_a_newer_revision_is_written_and_another_content_of_the_same_is_to_be_written_anew() {
    Ana ana = ana();
    double alarms = meters.counter("talaria.journey.conflicts").count();
    assertThat(journal.record(write(ana, state(ana, 2)))).isEqualTo(Written.NEWEST);
    assertThat(journal.record(write(ana, state(ana, 2)))).isEqualTo(Written.SAME);
    assertThat(meters.counter("talaria.journey.conflicts").count()).isEqualTo(alarms);

    JourneyState other = withStage(state(ana, 2), "cultural_fit");

    assertThat(journal.record(write(ana, other))).isEqualTo(Written.BEHIND);
    assertThat(journeyRow(ana)).containsEntry("stage", "initial_contact");
    assertThat(meters.counter("talaria.journey.conflicts").count()).isEqualTo(alarms + 1);
  }

  @Test
  void an_attempt_that_began_before_the_one_that_wrote_is_given_up() {
    Ana ana = ana();
    Instant began = now();
    journal.record(write(ana, state(ana, 2), began));

    JourneyState other = withStage(state(ana, 3), "cultural_fit");
    JourneyState othersToo = withStage(state(ana, 2), "cultural_fit");

    assertThat(journal.record(write(ana, othersToo, began.minusSeconds(10))))
        .isEqualTo(Written.LATE);
    assertThat(journal.record(write(ana, state(ana, 2), began.minusSeconds(10))))
        .isEqualTo(Written.SAME);
    assertThat(journal.record(write(ana, othersToo, began.plusSeconds(10))))
        .isEqualTo(Written.BEHIND);
    assertThat(journal.record(write(ana, other, began.plusSeconds(10)))).isEqualTo(Written.NEWEST);
  }

  @Test
  void a_message_that_only_a_lost_step_has_seen_is_brought_again() {
    // given a step that took in a message handed over as an Update
    Ana ana = ana();
    UUID seen = says(ana.candidate(), "9000 reais");
    JourneyState first = state(ana, 2).withInbox(new Inbox(1, List.of(2L), List.of()));
    journal.record(
        new JourneyWrite(ACCOUNT, ana.candidate(), first, List.of(ana.message(), seen), List.of()));
    assertThat(takenIn(seen)).isTrue();

    // when the step is lost, and done again without the message
    JourneyState again = withStage(state(ana, 2), "cultural_fit");
    assertThat(journal.record(write(ana, again))).isEqualTo(Written.BEHIND);

    // then
    assertThat(takenIn(seen)).isFalse();
    assertThat(takenIn(ana.message())).isTrue();
  }

  private boolean takenIn(UUID message) {
    return column(
        Boolean.class, "select taken_in_at is not null from message where id = :id", message);
  }

  private static JourneyWrite write(Ana ana, JourneyState state, Instant taskAt) {
    return new JourneyWrite(ACCOUNT, ana.candidate(), state, List.of(), List.of(), null, taskAt);
  }

  @Test
  void silence_waiting_and_window_are_shown_as_the_journey_tells_them() {
    Ana ana = ana();
    Instant since = now().minus(Duration.ofHours(25));
    journal.record(
        write(
            ana,
            withSilence(
                state(ana, 1), new Silence(since, since, "key", null, 2, true, false, 0, 1)),
            new JourneyEvent.CandidateAtRisk("risk:1", now(), since, 1)));

    var row = journeyRow(ana);
    assertThat(instant(row.get("silent_since"))).isEqualTo(since);
    assertThat(instant(row.get("window_until"))).isEqualTo(since.plus(Duration.ofHours(24)));
    assertThat(row.get("at_risk_since")).isNotNull();
    assertThat((double) row.get("risk")).isEqualTo(0.7);
    assertThat(
            column(
                String.class,
                "select factors::text from risk_assessment where journey_id = :id",
                ana.journey().journeyId()))
        .contains("silence", "nudges_unanswered");
  }

  @Test
  void the_history_of_a_risk_has_a_row_for_each_new_band_and_none_for_the_same() {
    Ana ana = ana();
    Instant day = now().minus(Duration.ofHours(25));
    journal.record(write(ana, silentSince(ana, 1, now())));
    journal.record(write(ana, silentSince(ana, 2, day)));
    journal.record(write(ana, silentSince(ana, 3, day.minusSeconds(60))));
    journal.record(write(ana, silentSince(ana, 4, now())));

    assertThat(
            jdbc.sql("select risk from risk_assessment where journey_id = :id order by at")
                .param("id", ana.journey().journeyId())
                .query(Double.class)
                .list())
        .containsExactly(0.7, 0.1);
  }

  private JourneyState silentSince(Ana ana, long revision, Instant since) {
    return withSilence(
        state(ana, revision), new Silence(since, since, "key", null, 2, false, false, 0, 1));
  }

  @Test
  void whom_the_definition_values_is_marked_from_their_answers() {
    Ana ana = ana();
    JourneyState state = state(ana, 1);
    var senior =
        new io.talaria.journey.JourneyState.Talk(
            "pt-BR",
            "initial_contact",
            "workplace",
            0,
            java.util.Map.of("role", "backend", "experience", "9"),
            true);
    journal.record(write(ana, state.withTalk(senior)));
    assertThat(journeyRow(ana)).containsEntry("high_value", true);
  }

  @Test
  void a_takeover_waits_for_a_send_under_way_and_its_receipt_is_read_from_the_rows() {
    Ana ana = ana();
    GRAPH.answers(
        request -> {
          CompletableFuture.runAsync(
                  () -> {}, CompletableFuture.delayedExecutor(600, TimeUnit.MILLISECONDS))
              .join();
          return Answer.of(200, "{\"messages\":[{\"id\":\"wamid.slow-" + ana.candidate() + "\"}]}");
        });
    var sending = CompletableFuture.supplyAsync(
            () -> channel.deliver(reply(ana, "Olá")), Thread::startVirtualThread);
    org.awaitility.Awaitility.await().until(() -> !GRAPH.got(ana.message().toString()).isEmpty());
    UUID rita = operator("Rita");
    UUID takeover = raiseBrake(ana, rita);

    TakeoverReceipt receipt = journal.stopBot(stop(ana, takeover));

    assertThat(sending).isCompletedWithValueMatching(d -> d.outcome() == Outcome.SENT);
    assertThat(receipt.inFlight()).isEmpty();
    assertThat(receipt.uncertain()).isEmpty();
    assertThat(receipt.dropped()).isEmpty();
  }

  @Test
  void a_receipt_names_what_is_uncertain_and_drops_what_waits() {
    Ana ana = ana();
    GRAPH.answers(request -> null);
    Delivery uncertain = reply(ana, "Olá");
    channel.deliver(uncertain);
    GRAPH.answers(request -> Answer.of(429, "{\"error\":{\"code\":130429}}"));
    Delivery waiting = delivery(ana, "nudge:" + ana.message() + "/0", Author.BOT, 0, "Oi?", null);
    channel.deliver(waiting);
    UUID takeover = raiseBrake(ana, operator("Rita"));

    TakeoverReceipt receipt = journal.stopBot(stop(ana, takeover));

    assertThat(receipt.uncertain()).containsExactly(uncertain.key());
    assertThat(receipt.dropped()).containsExactly(waiting.key());
    assertThat(journal.stopBot(stop(ana, takeover))).isEqualTo(receipt);
    assertThat(channel.send(waiting).outcome()).isEqualTo(Outcome.BRAKED);
  }

  @Test
  void a_receipt_names_a_send_whose_caller_died_until_it_is_known_to_be_uncertain() {
    Ana ana = ana();
    Delivery dead = reply(ana, "Olá");
    deadSend(ana, dead, Duration.ofSeconds(-1));
    UUID takeover = raiseBrake(ana, operator("Rita"));

    TakeoverReceipt receipt = journal.stopBot(stop(ana, takeover));

    assertThat(receipt.inFlight()).containsExactly(dead.key());
    assertThat(receipt.uncertain()).isEmpty();
  }

  @Test
  void a_receipt_names_bubbles_that_nobody_began_as_dropped_and_no_others() {
    Ana ana = ana();
    GRAPH.answers(request -> null);
    Delivery first = reply(ana, "Olá");
    channel.deliver(first);
    String second = TurnKey.bubble(TurnKey.ofMessage(ana.message()), 1);
    UUID takeover = raiseBrake(ana, operator("Rita"));

    TakeoverReceipt receipt =
        journal.stopBot(
            new Journal.StopBot(
                ana.candidate(),
                ana.journey().journeyId(),
                takeover,
                1,
                List.of(first.key(), second)));

    assertThat(receipt.uncertain()).containsExactly(first.key());
    assertThat(receipt.dropped()).containsExactly(second);
  }

  @Test
  void a_run_that_begins_while_a_takeover_is_asked_for_does_not_speak_under_its_epoch() {
    Ana ana = ana();
    journal.record(write(ana, state(ana, 1)));
    raiseBrake(ana, operator("Rita"));

    Journal.Opened opened = journal.open(called(ana, "another-run"));

    Delivery reply =
        delivery(ana, "msg:x-" + ana.candidate() + "/0", Author.BOT, opened.epoch(), "Olá", null);
    assertThat(channel.deliver(reply).outcome()).isEqualTo(Outcome.BRAKED);
    assertThat(GRAPH.got(ana.candidate().toString())).isEmpty();
  }

  @Test
  void a_run_that_opens_its_journey_again_under_a_raised_brake_does_not_speak_either() {
    Ana ana = ana();
    raiseBrake(ana, operator("Rita"));

    Journal.Opened again = journal.open(open(ana, ana.runId(), List.of()));

    Delivery reply =
        delivery(ana, "msg:y-" + ana.candidate() + "/0", Author.BOT, again.epoch(), "Olá", null);
    assertThat(channel.deliver(reply).outcome()).isEqualTo(Outcome.BRAKED);
  }

  @Test
  void no_bot_speaks_while_all_stand_still_under_whatever_epoch() {
    Ana ana = ana();
    jdbc.sql("update brake set standstill = true where candidate_id = :id")
        .param("id", ana.candidate())
        .update();
    assertThat(channel.deliver(reply(ana, "Olá")).outcome()).isEqualTo(Outcome.BRAKED);
  }

  @Test
  void a_bot_send_that_waits_under_the_takeovers_own_epoch_is_dropped_and_named() {
    Ana ana = ana();
    UUID takeover = raiseBrake(ana, operator("Rita"));
    Delivery waiting = delivery(ana, "msg:z-" + ana.candidate() + "/0", Author.BOT, 1, "Olá", null);
    waits(ana, waiting);

    TakeoverReceipt receipt = journal.stopBot(stop(ana, takeover));

    assertThat(receipt.dropped()).containsExactly(waiting.key());
    assertThat(channel.send(waiting).outcome()).isEqualTo(Outcome.BRAKED);
  }

  @Test
  void a_receipt_names_whose_words_a_takeover_holds_back_and_leaves_the_takers_waiting() {
    Ana ana = ana();
    UUID rita = operator("Rita");
    Delivery bos =
        delivery(ana, "req:bo-" + ana.candidate() + "/0", Author.RECRUITER, 0, "oi", null);
    Delivery ritas =
        delivery(ana, "req:rita-" + ana.candidate() + "/0", Author.RECRUITER, 0, "oi", null);
    waits(ana, bos);
    waits(ana, ritas);
    writtenBy(operator("Bo"), bos);
    writtenBy(rita, ritas);
    UUID takeover = raiseBrake(ana, rita);

    TakeoverReceipt receipt = journal.stopBot(stop(ana, takeover));

    assertThat(receipt.words()).containsExactly(new HeldBack(bos.key(), "Bo"));
    assertThat(intent(bos.key())).isEqualTo("REJECTED");
    assertThat(intent(ritas.key())).isEqualTo("QUEUED");
  }

  @Test
  void a_throttle_answer_that_comes_after_the_brake_rose_leaves_nothing_waiting() {
    Ana ana = ana();
    UUID rita = operator("Rita");
    GRAPH.answers(
        request -> {
          raiseBrake(ana, rita);
          return Answer.of(429, "{\"error\":{\"code\":130429}}");
        });
    Delivery late =
        delivery(ana, "req:late-" + ana.candidate() + "/0", Author.RECRUITER, 0, "oi", null);

    assertThat(channel.deliver(late).outcome()).isEqualTo(Outcome.BRAKED);

    assertThat(intent(late.key())).isEqualTo("REJECTED");
    assertThat(
            column(String.class, "select settled_by from send_intent where key = :id", late.key()))
        .isEqualTo("brake");
    GRAPH.answers(
        request -> Answer.of(200, "{\"messages\":[{\"id\":\"wamid.n-" + ana.candidate() + "\"}]}"));
    Delivery next =
        delivery(ana, "req:next-" + ana.candidate() + "/0", Author.RECRUITER, 1, "oi", null);
    assertThat(channel.deliver(next).outcome()).isEqualTo(Outcome.SENT);
  }

  @Test
  void a_holder_whose_run_was_lost_gets_the_brake_back_from_a_refused_takeover_and_can_send() {
    Ana ana = ana();
    UUID rita = operator("Rita");
    UUID takeover = raiseBrake(ana, rita);
    journal.record(write(ana, held(ana, takeover, rita), taken(ana, rita)));
    UUID leads = raiseBrake(ana, operator("Lea"));

    Journal.Opened opened = journal.open(called(ana, "another-run"));
    requested.refuse(ana.candidate(), leads, "no");

    assertThat(journal.brake(ana.candidate())).isEqualTo(new Journal.Brake(opened.epoch(), true));
    GRAPH.answers(
        request -> Answer.of(200, "{\"messages\":[{\"id\":\"wamid.h-" + ana.candidate() + "\"}]}"));
    Delivery reply =
        delivery(ana, "req:" + takeover + "/0", Author.RECRUITER, opened.epoch(), "oi", null);
    assertThat(channel.deliver(reply).outcome()).isEqualTo(Outcome.SENT);
  }

  @Test
  void who_holds_a_lost_runs_journey_is_told_by_the_takeovers_rows_not_by_a_frozen_workers_state() {
    Ana ana = ana();
    UUID rita = operator("Rita");
    UUID takeover = raiseBrake(ana, rita);
    journal.record(write(ana, held(ana, takeover, rita), taken(ana, rita)));
    journal.record(write(ana, state(ana, 2)));

    Journal.Opened opened = journal.open(called(ana, "another-run"));

    assertThat(opened.left().hold().holder().takeoverId()).isEqualTo(takeover);
  }

  @Test
  void a_run_that_was_lost_after_the_brakes_release_leaves_nobody_as_holder() {
    Ana ana = ana();
    UUID rita = operator("Rita");
    UUID takeover = raiseBrake(ana, rita);
    journal.record(write(ana, held(ana, takeover, rita), taken(ana, rita)));
    journal.releaseBrake(release(ana, takeover));

    assertThat(journal.open(called(ana, "another-run")).left().hold().holder()).isNull();
  }

  @Test
  void a_takeover_that_was_called_off_while_the_journey_did_it_is_held_all_the_same() {
    Ana ana = ana();
    UUID rita = operator("Rita");
    UUID takeover = raiseBrake(ana, rita);
    jdbc.sql("update takeover set state = 'REFUSED' where id = :id").param("id", takeover).update();

    journal.record(write(ana, held(ana, takeover, rita), taken(ana, rita)));

    assertThat(column(String.class, "select state from takeover where id = :id", takeover))
        .isEqualTo("HELD");
  }

  private void waits(Ana ana, Delivery delivery) {
    deadSend(ana, delivery, Duration.ofSeconds(5));
    jdbc.sql(
            "update send_intent set state = 'QUEUED', author = :author, not_after = null where key = :key")
        .param("author", delivery.author().name())
        .param("key", delivery.key())
        .update();
  }

  private void writtenBy(UUID operator, Delivery delivery) {
    jdbc.sql("update send_intent set operator_id = :operator where key = :key")
        .param("operator", operator)
        .param("key", delivery.key())
        .update();
  }

  @Test
  void a_hand_back_frees_the_brake_once_and_an_older_epoch_stays_shut() {
    Ana ana = ana();
    UUID rita = operator("Rita");
    UUID takeover = raiseBrake(ana, rita);
    journal.record(write(ana, held(ana, takeover, rita), taken(ana, rita)));
    assertThat(column(String.class, "select state from takeover where id = :id", takeover))
        .isEqualTo("HELD");

    long epoch = journal.releaseBrake(release(ana, takeover));

    assertThat(epoch).isEqualTo(2);
    assertThat(journal.releaseBrake(release(ana, takeover))).isEqualTo(2);
    assertThat(journal.brake(ana.candidate())).isEqualTo(new Journal.Brake(2, false));
    assertThat(channel.deliver(reply(ana, "Olá")).outcome()).isEqualTo(Outcome.BRAKED);
  }

  @Test
  void a_hand_back_while_a_lead_takes_over_does_not_let_the_bot_speak() {
    Ana ana = ana();
    UUID rita = operator("Rita");
    UUID takeover = raiseBrake(ana, rita);
    journal.record(write(ana, held(ana, takeover, rita), taken(ana, rita)));
    raiseBrake(ana, operator("Lea"));

    long epoch = journal.releaseBrake(release(ana, takeover));

    assertThat(journal.brake(ana.candidate())).isEqualTo(new Journal.Brake(2, true));
    assertThat(epoch).isLessThan(2);
  }

  @Test
  void the_reaper_finds_dead_sends_and_leaves_living_ones() {
    Ana dead = ana();
    Ana living = ana();
    deadSend(dead, reply(dead, "Olá"), Duration.ofSeconds(-30));
    deadSend(living, reply(living, "Olá"), Duration.ofSeconds(2));

    reaper.reap();

    assertThat(intent(reply(dead, "Olá").key())).isEqualTo("UNCERTAIN");
    assertThat(intent(reply(living, "Olá").key())).isEqualTo("SENDING");
    assertThat(journeyRow(dead)).containsEntry("uncertain_sends", 1);
  }

  @Test
  void a_person_settles_an_uncertain_send_once_and_the_same_request_is_answered_the_same() {
    Ana ana = ana();
    GRAPH.answers(request -> null);
    Delivery reply = reply(ana, "Olá");
    channel.deliver(reply);
    var request =
        new Journal.Settle(
            ana.candidate(), reply.key(), Choice.SEND_AGAIN, operator("Rita"), UUID.randomUUID());

    Journal.Settled settled = journal.settle(request);

    assertThat(settled.settled()).isTrue();
    assertThat(settled.state()).isEqualTo("FAILED");
    assertThat(settled.content()).isEqualTo(reply.content());
    assertThat(settled.inputIds()).containsExactly(ana.message());
    assertThat(settled.reply())
        .isEqualTo(new Journal.Claimed(reply.claim().key(), 0, proposal(ana, "Olá")));
    assertThat(journal.settle(request)).isEqualTo(settled);
    var other =
        new Journal.Settle(
            ana.candidate(), reply.key(), Choice.ARRIVED, operator("Bo"), UUID.randomUUID());
    assertThat(journal.settle(other).settled()).isFalse();
    assertThat(journeyRow(ana)).containsEntry("uncertain_sends", 0);
  }

  @Test
  void a_send_that_nobody_knows_is_an_answer_and_no_failure_which_would_end_the_journey() {
    Ana ana = ana();
    var request =
        new Journal.Settle(
            ana.candidate(), "msg:gone/0", Choice.ARRIVED, operator("Rita"), UUID.randomUUID());
    assertThat(journal.settle(request).settled()).isFalse();
    assertThat(journal.settle(request).content()).isNull();
  }

  @Test
  void dropping_again_after_a_crash_answers_the_epoch_that_the_first_time_raised() {
    Ana ana = ana();
    var drop =
        new Journal.DropQueued(
            ana.candidate(), ana.journey().journeyId(), ana.journey().epoch(), null);
    long epoch = journal.dropQueued(drop);

    assertThat(epoch).isEqualTo(ana.journey().epoch() + 1);
    assertThat(journal.dropQueued(drop)).isEqualTo(epoch);
  }

  @Test
  void dropping_while_somebody_takes_over_does_not_let_the_bot_speak() {
    Ana ana = ana();
    raiseBrake(ana, operator("Rita"));
    long epoch =
        journal.dropQueued(
            new Journal.DropQueued(
                ana.candidate(), ana.journey().journeyId(), ana.journey().epoch(), null));
    assertThat(epoch).isEqualTo(ana.journey().epoch());
  }

  @Test
  void one_send_is_dropped_and_what_waits_behind_it_stays() {
    Ana ana = ana();
    GRAPH.answers(request -> Answer.of(429, "{\"error\":{\"code\":130429}}"));
    UUID rita = operator("Rita");
    Delivery first = words(ana, "primeiro");
    Delivery second = words(ana, "segundo");
    channel.deliver(first);
    channel.deliver(second);
    raiseBrake(ana, rita);

    journal.dropQueued(
        new Journal.DropQueued(ana.candidate(), ana.journey().journeyId(), 1, first.key()));

    assertThat(intent(first.key())).isEqualTo("REJECTED");
    assertThat(intent(second.key())).isEqualTo("QUEUED");
  }

  private Delivery words(Ana ana, String text) {
    String key = TurnKey.bubble(TurnKey.ofRequest(UUID.randomUUID()), 0);
    return delivery(ana, key, Author.RECRUITER, ana.journey().epoch(), text, null);
  }

  private static Journal.Open open(Ana ana, String run, List<UUID> messages) {
    return new Journal.Open(
        ACCOUNT, ana.candidate(), "tech-hiring", NUMBER, "BR", run, messages, null);
  }

  private static Journal.Open called(Ana ana, String run) {
    return new Journal.Open(
        ACCOUNT,
        ana.candidate(),
        "tech-hiring",
        NUMBER,
        "BR",
        run,
        List.of(),
        ana.journey().journeyId());
  }

  private static Journal.StopBot stop(Ana ana, UUID takeover) {
    return new Journal.StopBot(ana.candidate(), ana.journey().journeyId(), takeover, 1, List.of());
  }

  private static Journal.ReleaseBrake release(Ana ana, UUID takeover) {
    return new Journal.ReleaseBrake(
        ana.candidate(), takeover, "handback:" + UUID.randomUUID(), "done", null, null, null);
  }

  private JourneyState held(Ana ana, UUID takeover, UUID operator) {
    JourneyState s = state(ana, 1);
    return s.withHold(new Hold(1, new Holder(takeover, operator, "Rita", now())));
  }

  private static JourneyEvent taken(Ana ana, UUID operator) {
    return new JourneyEvent.OperatorTakeover(
        "takeover:" + ana.candidate(),
        now(),
        operator,
        null,
        null,
        new TakeoverReceipt(now(), List.of(), List.of(), List.of()));
  }

  private static JourneyState withSilence(JourneyState state, Silence silence) {
    return state.withSilence(silence);
  }

  private static JourneyState withStage(JourneyState s, String stage) {
    Talk talk = s.talk();
    return s.withTalk(
        new Talk(talk.language(), stage, talk.step(), talk.misses(), talk.answers(), true));
  }

  private static JourneyState ended(JourneyState state, Ending ending) {
    return state.withEnd(new End(ending, now()));
  }
}
