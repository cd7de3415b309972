package io.talaria.worker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.End;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Journal;
import io.talaria.port.JourneyEvent;
import io.talaria.port.Written;
import io.talaria.worker.FakeHttp.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** How runs open journeys, and go on with what a lost run left. */
class RunsTest extends JournalWorld {
  @Autowired TransactionTemplate transaction;

  private static final String FACT_IS_OPEN =
      "select done_at is null from journey_outbox where id = :id";

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
  void what_became_of_sends_since_the_last_state_is_told_to_the_run_that_goes_on() {
    Ana ana = ana();
    Delivery question = reply(ana, "Olá");
    GRAPH.answers(
        request ->
            Answer.of(200, "{\"messages\":[{\"id\":\"wamid.since-" + ana.candidate() + "\"}]}"));
    channel.deliver(question);
    journal.record(write(ana, state(ana, 2), Instant.now()));
    UUID before = fact(ana, question.key(), "SEND_TIMED", "-10 minutes");
    UUID since = fact(ana, question.key(), "SEND_SETTLED", "1 second");

    journal.open(called(ana, "another-run"));

    assertThat(column(Boolean.class, FACT_IS_OPEN, since)).isTrue();
    assertThat(column(Boolean.class, FACT_IS_OPEN, before)).as("the state has it").isFalse();
  }

  private UUID fact(Ana ana, String key, String kind, String done) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into journey_outbox (id, account_id, candidate_id, kind, intent_key, body, done_at)
            values (:id, :account, :candidate, :kind, :key, '{}', now() + cast(:done as interval))
            """)
        .param("id", id)
        .param("account", ACCOUNT)
        .param("candidate", ana.candidate())
        .param("kind", kind)
        .param("key", key)
        .param("done", done)
        .update();
    return id;
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
  void an_answer_that_a_lost_run_had_queued_is_the_answer_also_where_less_is_known_by_then() {
    // given an answer to two messages that waits for its number
    Ana ana = ana();
    UUID older = says(ana.candidate(), "antes");
    GRAPH.answers(request -> Answer.of(429, "{\"error\":{\"code\":130429}}"));
    Delivery lost = answering(ana, "Olá", older, ana.message());
    assertThat(channel.deliver(lost).outcome()).isEqualTo(Outcome.DEFERRED);

    // when the next run, which has not heard of one of them yet, answers the other
    Journal.Opened opened = journal.open(called(ana, "another-run"));
    Delivery alone = reply(ana, "Olá de novo");
    Delivered adopts =
        channel.deliver(
            delivery(ana, alone.key(), Author.BOT, opened.epoch(), "Olá de novo", alone.claim()));

    // then it is told what both will hear: else the first one's turn would answer both again
    assertThat(adopts.outcome()).isEqualTo(Outcome.ADOPT);
    assertThat(adopts.adoptedKey()).isEqualTo(lost.claim().key());
  }

  @Test
  void a_journey_that_is_over_isnt_gone_on_with_though_it_is_called_for() {
    Ana ana = ana();
    JourneyState over = state(ana, 1).withEnd(new End(Ending.COMPLETED, Instant.now()));
    journal.record(write(ana, over));
    assertThat(journal.open(called(ana, "another-run")).opened()).isFalse();
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
  void a_run_that_goes_on_waits_for_what_the_lost_one_is_just_writing() {
    Ana ana = ana();
    JourneyState last = state(ana, 3);
    UUID next = says(ana.candidate(), "ainda aí?");

    CompletableFuture<Journal.Opened> opened =
        transaction.execute(
            status -> {
              journal.record(write(ana, last));
              var opening =
                  CompletableFuture.supplyAsync(
                      () -> journal.open(open(ana, "another-run", List.of(next))),
                      Thread::startVirtualThread);
              // Time to go wrong in; whoever waits for the lock waits as long as it takes.
              assertThat(opening.copy().orTimeout(500, TimeUnit.MILLISECONDS))
                  .failsWithin(Duration.ofSeconds(5));
              return opening;
            });

    assertThat(opened.orTimeout(5, TimeUnit.SECONDS).join().left()).isEqualTo(last);
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

  private static JourneyState ended(JourneyState state, Ending ending) {
    return state.withEnd(new End(ending, now()));
  }
}
