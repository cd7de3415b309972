package io.talaria.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.definition.Plan;
import io.talaria.journey.Acknowledgement;
import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.port.Desk.Kind;
import io.talaria.port.Journal.Opened;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EscalatingTest {
  private static final Instant NOON = Samples.NOON;

  /** Half an hour to the lead, two hours more to the e-mail. */
  private static Plan plan() {
    Plan p = Samples.PLAN;
    Plan.Times t = p.times();
    return new Plan(
        p.definition(),
        p.number(),
        p.stages(),
        p.languages(),
        p.words(),
        new Plan.Times(
            t.typingPause(),
            t.longTypingPause(),
            t.nudges(),
            t.atRisk(),
            t.waiting(),
            t.dropOff(),
            t.afterEnd(),
            t.ownerSilent(),
            List.of(Duration.ofMinutes(30), Duration.ofHours(2)),
            Duration.ofHours(2)),
        p.slowBot());
  }

  /** The candidate wrote at noon, and a person is needed since then. */
  private static JourneyState called() {
    var opened = new Opened(true, UUID.randomUUID(), 1, plan(), "en", 0, null);
    JourneyState wrote = Moves.received(Moves.begun(opened, "n"), Samples.message(1, NOON, "hi"));
    return Escalating.told(wrote.withNeedsHuman("asked"), Kind.NEEDS_HUMAN, "e", NOON);
  }

  @Test
  void what_is_told_after_the_end_goes_to_nobody_else() {
    JourneyState over = Moves.ended(called(), Ending.COMPLETED, NOON);
    JourneyState told = Escalating.told(over, Kind.SEND_PROBLEM, "e", Samples.noonAnd(0, 1));
    assertThat(told.clocks().escalation()).isEqualTo(over.clocks().escalation());
    assertThat(Escalating.dueAt(told)).isEmpty();
  }

  @Test
  void it_goes_to_the_lead_then_by_e_mail_and_then_no_further() {
    assertThat(Escalating.dueAt(called())).contains(Samples.noonAnd(0, 30));
    JourneyState lead = Escalating.escalated(called(), Samples.noonAnd(0, 31));
    assertThat(Escalating.dueAt(lead)).contains(Samples.noonAnd(2, 31));
    JourneyState mailed = Escalating.escalated(lead, Samples.noonAnd(2, 31));
    assertThat(Escalating.dueAt(mailed)).isEmpty();
    assertThat(Escalating.standing(mailed)).isTrue();
  }

  @Test
  void a_later_alert_does_not_begin_it_anew() {
    JourneyState waits = Escalating.told(called(), Kind.WAITING, "f", Samples.noonAnd(0, 15));
    assertThat(Escalating.dueAt(waits)).contains(Samples.noonAnd(0, 30));
  }

  @Test
  void it_is_over_when_nobody_is_needed_any_more_and_the_next_alert_counts_for_itself() {
    JourneyState answered = called().withNeedsHuman(null);
    assertThat(Escalating.dueAt(answered)).isEmpty();
    JourneyState waits = Escalating.told(answered, Kind.WAITING, "f", Samples.noonAnd(5, 0));
    assertThat(Escalating.dueAt(waits)).contains(Samples.noonAnd(5, 30));
  }

  @Test
  void a_holder_who_lets_the_candidate_wait_has_not_acknowledged_until_they_act() {
    // given Camila, who holds it since before the team was told that the candidate waits
    JourneyState held = Samples.heldBy(called(), Samples.CAMILA, NOON);
    JourneyState told = Escalating.told(held, Kind.WAITING, "f", Samples.noonAnd(0, 15));
    assertThat(Escalating.dueAt(told)).contains(Samples.noonAnd(0, 45));

    // when she says that she keeps it
    JourneyState kept = Holding.acted(told, Samples.noonAnd(0, 20));

    // then nobody else is told
    assertThat(Escalating.dueAt(kept)).isEmpty();
  }

  @Test
  void who_says_that_they_see_to_it_ends_it_and_the_second_one_changes_nothing() {
    // given an alert that was told to the lead already
    JourneyState lead = Escalating.escalated(called(), Samples.noonAnd(0, 31));

    // when Camila acknowledges it, and Rafael after her
    var camila = new Acknowledgement(Samples.CAMILA, "Camila", Samples.noonAnd(0, 40));
    JourneyState seen = Escalating.acknowledged(lead, camila);
    var rafael = new Acknowledgement(Samples.RAFAEL, "Rafael", Samples.noonAnd(0, 41));

    // then nobody else is told, and it is Camila who saw to it
    assertThat(Escalating.dueAt(seen)).isEmpty();
    assertThat(Escalating.settled(seen).clocks().escalation()).isNull();
    assertThat(Escalating.acknowledged(Escalating.settled(seen), rafael).clocks().acknowledged())
        .isEqualTo(camila);
  }

  @Test
  void the_next_alert_counts_for_itself_after_an_acknowledgement() {
    var camila = new Acknowledgement(Samples.CAMILA, "Camila", Samples.noonAnd(0, 10));
    JourneyState seen = Escalating.settled(Escalating.acknowledged(called(), camila));

    JourneyState waits = Escalating.told(seen, Kind.WAITING, "f", Samples.noonAnd(0, 15));

    assertThat(waits.clocks().acknowledged()).isNull();
    assertThat(Escalating.dueAt(waits)).contains(Samples.noonAnd(0, 45));
  }

  @Test
  void an_acknowledgement_is_forgotten_with_what_it_was_of() {
    var camila = new Acknowledgement(Samples.CAMILA, "Camila", Samples.noonAnd(0, 10));
    JourneyState seen = Escalating.settled(Escalating.acknowledged(called(), camila));
    assertThat(seen.clocks().acknowledged()).isEqualTo(camila);

    assertThat(Escalating.settled(seen.withNeedsHuman(null)).clocks().acknowledged()).isNull();
  }

  @Test
  void who_takes_over_or_keeps_it_has_seen_what_lasts() {
    JourneyState waits = Silences.alerted(called(), false, true);
    assertThat(Escalating.lasting(waits)).containsExactly(Kind.NEEDS_HUMAN, Kind.WAITING);

    JourneyState held = Samples.heldBy(waits, Samples.CAMILA, Samples.noonAnd(0, 20));

    assertThat(held.clocks().acknowledged())
        .isEqualTo(
            new Acknowledgement(
                Samples.CAMILA, held.hold().holder().name(), Samples.noonAnd(0, 20)));
  }

  @Test
  void one_that_is_over_is_forgotten_so_that_the_same_kind_may_begin_anew() {
    JourneyState over = Escalating.settled(called().withNeedsHuman(null));
    assertThat(over.clocks().escalation()).isNull();
    JourneyState stands = called();
    assertThat(Escalating.settled(stands)).isSameAs(stands);
    JourneyState again =
        Escalating.told(over.withNeedsHuman("again"), Kind.NEEDS_HUMAN, "f", Samples.noonAnd(5, 0));
    assertThat(Escalating.dueAt(again)).contains(Samples.noonAnd(5, 30));
  }

  @Test
  void a_plan_without_escalation_never_escalates() {
    JourneyState state = Samples.wrote().withNeedsHuman("asked");
    assertThat(Escalating.told(state, Kind.NEEDS_HUMAN, "e", NOON)).isSameAs(state);
  }

  @Test
  void what_asks_nobody_to_act_is_not_escalated() {
    var opened = new Opened(true, UUID.randomUUID(), 1, plan(), "en", 0, null);
    JourneyState state = Moves.begun(opened, "n");
    assertThat(Escalating.told(state, Kind.HANDED_OVER, "e", NOON)).isSameAs(state);
  }

  @Test
  void the_windows_end_is_told_two_hours_before_once_and_never_afterwards() {
    assertThat(Escalating.windowToldAt(called(), NOON)).contains(Samples.noonAnd(22, 0));
    assertThat(Escalating.windowToldAt(called(), Samples.noonAnd(24, 0))).isEmpty();
    assertThat(Escalating.windowToldAt(Escalating.windowTold(called()), NOON)).isEmpty();
  }
}
