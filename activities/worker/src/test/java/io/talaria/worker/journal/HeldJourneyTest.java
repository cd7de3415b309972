package io.talaria.worker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.takeover.RequestedTakeovers;
import io.talaria.journey.Hold;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Journal;
import io.talaria.port.JourneyEvent;
import io.talaria.worker.FakeHttp.Answer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who holds a journey, and when the bot may speak again. */
class HeldJourneyTest extends JournalWorld {
  @Autowired RequestedTakeovers requested;

  @Test
  void a_holder_whose_run_was_lost_gets_the_brake_back_from_a_refused_takeover_and_can_send() {
    Ana ana = ana();
    UUID rita = operator("Rita");
    UUID takeover = raiseBrake(ana, rita);
    journal.record(write(ana, held(ana, takeover, rita), taken(ana, rita)));
    UUID leads = raiseBrakeFromHolder(ana, operator("Lea"));

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
    raiseBrakeFromHolder(ana, operator("Lea"));

    long epoch = journal.releaseBrake(release(ana, takeover));

    assertThat(journal.brake(ana.candidate())).isEqualTo(new Journal.Brake(2, true));
    assertThat(epoch).isLessThan(2);
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
}
