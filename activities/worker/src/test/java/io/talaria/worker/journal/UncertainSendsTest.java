package io.talaria.worker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.send.Reaper;
import io.talaria.journey.SettleSend.Choice;
import io.talaria.port.Delivery;
import io.talaria.port.Journal;
import io.talaria.worker.FakeHttp.Answer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sends of which nobody knows, and sends that are dropped before anybody began them. */
class UncertainSendsTest extends JournalWorld {
  @Autowired Reaper reaper;

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
}
