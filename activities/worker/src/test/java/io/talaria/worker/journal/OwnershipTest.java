package io.talaria.worker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.takeover.RequestedTakeovers;
import io.talaria.journey.Answered;
import io.talaria.journey.HandBack.Outcome;
import io.talaria.journey.Hold;
import io.talaria.journey.HoldReceipt;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Scheduled;
import io.talaria.journey.Silence;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Channel;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Journal;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Outbound;
import io.talaria.worker.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the journal keeps of who had a journey, and of what people asked and wrote. */
class OwnershipTest extends World {
  @Autowired Journal journal;
  @Autowired Channel channel;
  @Autowired RequestedTakeovers requested;
  private Ana ana;
  private UUID rita;
  private UUID bo;
  private UUID takeover;

  @BeforeEach
  void ritaHoldsAna() {
    ana = ana();
    rita = operator("Rita");
    bo = operator("Bo");
    takeover = raiseBrake(ana, rita);
    journal.record(
        write(
            ana,
            held(1, takeover, rita),
            new JourneyEvent.OperatorTakeover(
                takeover.toString(),
                now(),
                rita,
                null,
                null,
                new TakeoverReceipt(now(), List.of(), List.of(), List.of()))));
  }

  private JourneyState held(long revision, UUID takeoverId, UUID operator) {
    return state(ana, revision)
        .withHold(new Hold(1, new Holder(takeoverId, operator, "Rita", now())));
  }

  private UUID handsOver() {
    UUID request = UUID.randomUUID();
    var event =
        new JourneyEvent.OperatorHandover(request.toString(), now(), rita, rita, bo, "é tua área");
    journal.record(write(ana, held(2, request, bo), event));
    return request;
  }

  private Map<String, Object> row(String table, UUID id) {
    return jdbc.sql("select * from " + table + " where id = :id")
        .param("id", id)
        .query()
        .singleRow();
  }

  private Map<String, Object> brake() {
    return jdbc.sql("select * from brake where candidate_id = :id")
        .param("id", ana.candidate())
        .query()
        .singleRow();
  }

  @Test
  void a_hand_over_makes_the_colleague_the_brakes_holder_under_the_same_epoch() {
    UUID request = handsOver();

    assertThat(brake())
        .containsEntry("epoch", 1L)
        .containsEntry("holder_id", bo)
        .containsEntry("takeover_id", request);
    assertThat(row("takeover", takeover))
        .containsEntry("state", "RETURNED")
        .containsEntry("returned_by", "handover:" + request);
    assertThat(row("takeover", request))
        .containsEntry("state", "HELD")
        .containsEntry("passed_from", takeover)
        .containsEntry("reason", "é tua área");
    assertThat(channel.deliver(delivery(ana, "msg:x/0", Author.BOT, 0, "Olá", null)).outcome())
        .isEqualTo(io.talaria.port.Delivered.Outcome.BRAKED);
  }

  @Test
  void a_brake_that_a_lead_raises_meanwhile_stays_the_leads_and_comes_back_to_the_colleague() {
    UUID leads = raiseBrakeFromHolder(ana, operator("Lea"));
    UUID request = handsOver();
    assertThat(brake()).containsEntry("takeover_id", leads).containsEntry("epoch", 2L);

    requested.refuse(ana.candidate(), leads, "no");
    assertThat(brake()).containsEntry("takeover_id", request).containsEntry("holder_id", bo);
  }

  @Test
  void a_late_hand_back_of_what_a_colleague_has_by_now_gives_nobody_an_epoch_to_speak_under() {
    handsOver();
    long epoch =
        journal.releaseBrake(
            new Journal.ReleaseBrake(
                ana.candidate(), takeover, "handback:late", null, null, null, null));

    assertThat(epoch).isNegative();
    assertThat(brake()).containsEntry("epoch", 1L).containsEntry("holder_id", bo);
  }

  @Test
  void a_hand_back_after_a_hand_over_frees_the_colleagues_takeover_with_its_outcome() {
    UUID request = handsOver();
    long epoch =
        journal.releaseBrake(
            new Journal.ReleaseBrake(
                ana.candidate(),
                request,
                "handback:x",
                "done",
                Outcome.NO_ANSWER,
                "call her",
                null));

    assertThat(epoch).isEqualTo(2);
    assertThat(row("takeover", request))
        .containsEntry("outcome", "NO_ANSWER")
        .containsEntry("summary", "done")
        .containsEntry("notes", "call her")
        .containsEntry("returned_by", "handback:x");
    assertThat(journal.brake(ana.candidate()).held()).isFalse();
  }

  @Test
  void a_run_that_was_overtaken_frees_nobody_when_it_wakes() {
    // given a run that was lost in a hand-back, and one that goes on for the same holder
    var lost = new Journal.Step(ana.journey().generation(), 0, now());
    Journal.Opened next =
        journal.open(
            new Journal.Open(
                ACCOUNT,
                ana.candidate(),
                "tech-hiring",
                NUMBER,
                "BR",
                "another-run",
                List.of(),
                ana.journey().journeyId()));
    assertThat(next.left().hold().holder().takeoverId()).isEqualTo(takeover);

    // when the lost one wakes
    long epoch = journal.releaseBrake(release(takeover, lost));

    // then it may say nothing, and the holder holds on
    assertThat(epoch).isNegative();
    assertThat(row("takeover", takeover)).containsEntry("state", "HELD");
    assertThat(brake()).containsEntry("epoch", next.epoch()).containsEntry("holder_id", rita);
    var present = new Journal.Step(next.generation(), 0, now());
    assertThat(journal.releaseBrake(release(takeover, present))).isEqualTo(next.epoch() + 1);
    assertThat(row("takeover", takeover)).containsEntry("state", "RETURNED");
  }

  @Test
  void an_attempt_that_was_given_up_frees_nobody_when_it_wakes() {
    // given a task that was given up, and the next attempt of it, which has written
    Instant begun = now();
    Instant begunLater = begun.plusSeconds(10);
    journal.record(
        new JourneyWrite(
            ACCOUNT,
            ana.candidate(),
            held(2, takeover, rita),
            List.of(),
            List.of(),
            null,
            begunLater));
    long generation = ana.journey().generation();

    // when the first one wakes
    long epoch = journal.releaseBrake(release(takeover, new Journal.Step(generation, 1, begun)));

    // then it may say nothing, and the holder holds on
    assertThat(epoch).isNegative();
    assertThat(row("takeover", takeover)).containsEntry("state", "HELD");
    var present = new Journal.Step(generation, 1, begunLater);
    assertThat(journal.releaseBrake(release(takeover, present))).isPositive();
    assertThat(row("takeover", takeover)).containsEntry("state", "RETURNED");
  }

  private Journal.ReleaseBrake release(UUID takeoverId, Journal.Step by) {
    return new Journal.ReleaseBrake(
        ana.candidate(), takeoverId, "handback:r", null, null, null, by);
  }

  @Test
  void the_answer_to_a_request_is_kept_with_what_was_done_and_found_by_every_run() {
    UUID request = UUID.randomUUID();
    var answer = new Answered(request, new HoldReceipt(rita, "Rita", now()));
    var asked = new Journal.Asked(ana.candidate(), request);
    assertThat(journal.remembered(asked).answer()).isNull();

    journal.record(
        new JourneyWrite(
            ACCOUNT, ana.candidate(), held(2, takeover, rita), List.of(), List.of(), answer, null));

    assertThat(journal.remembered(asked).answer()).isEqualTo(answer);
    assertThat(journal.remembered(new Journal.Asked(UUID.randomUUID(), request)).answer()).isNull();
  }

  @Test
  void a_proactive_message_is_kept_with_when_the_candidate_answered() {
    UUID request = UUID.randomUUID();
    var event =
        new JourneyEvent.OperatorMessage(
            request.toString(), now(), rita, "req:" + request + "/0", true, false);
    journal.record(
        new JourneyWrite(ACCOUNT, ana.candidate(), state(ana, 2), List.of(), List.of(event)));
    assertThat(row("proactive_message", request)).containsEntry("answered_at", null);

    jdbc.sql("update proactive_message set sent_at = sent_at - interval '1 minute'").update();
    UUID answer = says(ana.candidate(), "oi!");
    journal.record(
        new JourneyWrite(ACCOUNT, ana.candidate(), state(ana, 3), List.of(answer), List.of()));
    assertThat(row("proactive_message", request).get("answered_at")).isNotNull();
  }

  @Test
  void what_waits_for_its_time_and_when_it_goes_back_are_shown() {
    var waits =
        new Scheduled(UUID.randomUUID(), bo, "Bo", new Outbound.Text("até já"), now(), 0, null);
    var since = now().minus(Duration.ofHours(1));
    var holder = new Holder(takeover, rita, "Rita", since, null, now());
    JourneyState state =
        state(ana, 2)
            .withHold(new Hold(1, holder, List.of(waits)))
            .withSilence(new Silence(since, null, null, since, 0, false, false, 0, 0));
    journal.record(write(ana, state));

    var row = journeyRow(ana);
    assertThat(instant(row.get("returns_at"))).isEqualTo(since.plus(Duration.ofHours(2)));
    assertThat(row.get("owner_warned_at")).isNotNull();
    assertThat(
            sealed.json(ana.candidate(), (byte[]) row.get("sealed_scheduled"), Scheduled[].class))
        .containsExactly(waits);
  }
}
