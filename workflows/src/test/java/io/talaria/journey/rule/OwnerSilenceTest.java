package io.talaria.journey.rule;

import static io.talaria.journey.rule.Samples.CAMILA;
import static io.talaria.journey.rule.Samples.NOON;
import static io.talaria.journey.rule.Samples.RAFAEL;
import static io.talaria.journey.rule.Samples.heldBy;
import static io.talaria.journey.rule.Samples.message;
import static io.talaria.journey.rule.Samples.noonAnd;
import static io.talaria.journey.rule.Samples.wrote;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Outgoing;
import io.talaria.journey.ScheduleReply;
import io.talaria.port.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The candidate wrote at noon; the plan gives a silent owner two hours. */
class OwnerSilenceTest {
  private static Act next(JourneyState state, Instant now) {
    return Next.of(state, Instant.EPOCH, false, now);
  }

  @Test
  void the_owner_is_warned_a_quarter_of_an_hour_before_and_loses_it_on_the_minute() {
    JourneyState held = heldBy(wrote(), CAMILA, noonAnd(0, 10));
    assertThat(next(held, noonAnd(1, 54))).isEqualTo(new Act.Wait(noonAnd(1, 55), "WarnOwner"));
    assertThat(next(held, noonAnd(1, 55))).isEqualTo(new Act.WarnOwner());

    JourneyState warned = Holding.warned(held, noonAnd(1, 55));
    assertThat(next(warned, noonAnd(2, 10).minusMillis(1)))
        .isEqualTo(new Act.Wait(noonAnd(2, 10), "ReturnToBot"));
    assertThat(next(warned, noonAnd(2, 10))).isEqualTo(new Act.ReturnToBot());
  }

  @Test
  void nothing_counts_while_nobody_waits_for_the_owner() {
    JourneyState answered =
        Moves.personWrote(heldBy(wrote(), CAMILA, NOON), "k", noonAnd(0, 5), Long.MAX_VALUE);
    assertThat(OwnerSilence.returnsAt(answered)).isEmpty();
    assertThat(next(answered, noonAnd(23, 0))).isInstanceOf(Act.Wait.class);
  }

  @Test
  void it_counts_from_when_the_candidate_began_to_wait_if_that_was_later() {
    JourneyState answered =
        Moves.personWrote(heldBy(wrote(), CAMILA, NOON), "k", noonAnd(0, 5), Long.MAX_VALUE);
    JourneyState waits = Moves.received(answered, message(2, noonAnd(5, 0), "and then?"));
    JourneyState more = Moves.received(waits, message(3, noonAnd(6, 0), "hello?"));
    assertThat(OwnerSilence.returnsAt(more)).contains(noonAnd(7, 0));
  }

  @Test
  void whatever_the_owner_does_begins_their_time_anew_and_takes_the_warning_back() {
    JourneyState warned = Holding.warned(heldBy(wrote(), CAMILA, NOON), noonAnd(1, 45));
    JourneyState kept = Holding.acted(warned, noonAnd(1, 59));
    assertThat(OwnerSilence.warnsAt(kept)).contains(noonAnd(3, 44));
    assertThat(OwnerSilence.returnsAt(kept)).contains(noonAnd(3, 59));
  }

  @Test
  void a_colleague_who_was_given_it_has_their_own_time() {
    JourneyState warned = Holding.warned(heldBy(wrote(), CAMILA, NOON), noonAnd(1, 45));
    JourneyState passed = heldBy(warned, RAFAEL, noonAnd(1, 50));
    assertThat(OwnerSilence.returnsAt(passed)).contains(noonAnd(3, 50));
    assertThat(OwnerSilence.warnsAt(passed)).contains(noonAnd(3, 35));
  }

  @Test
  void a_notice_that_came_late_still_stands_for_its_time() {
    JourneyState held = heldBy(wrote(), CAMILA, NOON);
    assertThat(next(held, noonAnd(9, 0))).isEqualTo(new Act.WarnOwner());
    JourneyState warned = Holding.warned(held, noonAnd(9, 0));
    assertThat(OwnerSilence.returnsAt(warned)).contains(noonAnd(9, 15));
  }

  @Test
  void a_reply_that_the_owner_scheduled_is_an_act_at_its_time() {
    JourneyState held = heldBy(wrote(), CAMILA, NOON);
    var tomorrow =
        new ScheduleReply(
            UUID.randomUUID(), CAMILA, "Camila", new Outbound.Text("x"), noonAnd(20, 0), null);
    JourneyState planned = Scheduling.kept(held, tomorrow);
    assertThat(OwnerSilence.returnsAt(planned)).contains(noonAnd(22, 0));
    JourneyState failed = Scheduling.notSent(planned, tomorrow.requestId(), "why");
    assertThat(OwnerSilence.returnsAt(failed)).contains(noonAnd(2, 0));
  }

  @Test
  void a_definition_without_the_time_and_an_ended_journey_return_nothing() {
    JourneyState held = heldBy(wrote(), CAMILA, NOON);
    assertThat(OwnerSilence.returnsAt(Moves.ended(held, Ending.DROPPED, NOON))).isEmpty();
    assertThat(OwnerSilence.returnsAt(wrote())).isEmpty();
  }

  @Test
  void the_notice_of_a_short_time_is_half_of_it() {
    JourneyState held = heldBy(wrote(), CAMILA, NOON);
    var p = held.plan();
    var t = p.times();
    var short4 =
        new io.talaria.definition.Plan.Times(
            t.typingPause(),
            t.longTypingPause(),
            t.nudges(),
            t.atRisk(),
            t.waiting(),
            t.dropOff(),
            t.afterEnd(),
            Duration.ofMinutes(4));
    var plan =
        new io.talaria.definition.Plan(
            p.definition(), 1, p.stages(), p.languages(), p.words(), short4, false);
    var hasty =
        new JourneyState(
            held.journeyId(),
            1,
            0,
            plan,
            "n",
            held.talk(),
            held.inbox(),
            held.hold(),
            held.silence(),
            null,
            null,
            java.util.List.of(),
            null,
            Outgoing.NOTHING);
    assertThat(OwnerSilence.warnsAt(hasty)).contains(noonAnd(0, 2));
    assertThat(OwnerSilence.returnsAt(hasty)).contains(noonAnd(0, 4));
  }
}
