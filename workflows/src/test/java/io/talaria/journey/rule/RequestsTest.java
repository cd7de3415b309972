package io.talaria.journey.rule;

import static io.talaria.journey.rule.Samples.CAMILA;
import static io.talaria.journey.rule.Samples.NOON;
import static io.talaria.journey.rule.Samples.RAFAEL;
import static io.talaria.journey.rule.Samples.heldBy;
import static io.talaria.journey.rule.Samples.noonAnd;
import static io.talaria.journey.rule.Samples.wrote;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.AcknowledgeAlert;
import io.talaria.journey.CancelScheduled;
import io.talaria.journey.Ending;
import io.talaria.journey.HandBack;
import io.talaria.journey.HandOver;
import io.talaria.journey.JourneyState;
import io.talaria.journey.KeepHold;
import io.talaria.journey.Phase;
import io.talaria.journey.ProactiveMessage;
import io.talaria.journey.RecruiterRequest;
import io.talaria.journey.Refusal;
import io.talaria.journey.ScheduleReply;
import io.talaria.journey.TakeOver;
import io.talaria.port.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestsTest {
  private static final Outbound TEXT = new Outbound.Text("hello");
  private static final Outbound TEMPLATE = new Outbound.Template("t", "en", "hello", List.of());
  private final JourneyState camilas = heldBy(wrote(), CAMILA, NOON);

  private static void accepted(JourneyState state, RecruiterRequest request) {
    assertThat(Requests.check(state, request, noonAnd(0, 1))).isEmpty();
  }

  private static void refused(
      JourneyState state, RecruiterRequest request, Refusal type, String sentence) {
    assertThat(Requests.check(state, request, noonAnd(0, 1)))
        .hasValueSatisfying(
            no -> {
              assertThat(no.type()).isEqualTo(type);
              assertThat(no.sentence()).contains(sentence);
            });
  }

  private static HandOver over(UUID by, UUID from, UUID to, boolean lead) {
    return new HandOver(UUID.randomUUID(), by, from, to, "Rafael", lead, null);
  }

  private static ScheduleReply schedule(UUID by, Outbound content, Instant at, UUID replaces) {
    return new ScheduleReply(UUID.randomUUID(), by, "Camila", content, at, replaces);
  }

  @Test
  void the_holder_hands_over_and_nobody_else_but_a_lead() {
    accepted(camilas, over(CAMILA, CAMILA, RAFAEL, false));
    UUID lea = UUID.randomUUID();
    refused(camilas, over(lea, CAMILA, RAFAEL, false), Refusal.NOT_HOLDER, "Camila has it");
    accepted(camilas, over(lea, CAMILA, RAFAEL, true));
  }

  @Test
  void who_hands_over_what_somebody_else_has_by_now_hears_who() {
    JourneyState rafaels = heldBy(camilas, RAFAEL, noonAnd(0, 1));
    refused(rafaels, over(CAMILA, CAMILA, UUID.randomUUID(), true), Refusal.NOT_HOLDER, "Rafael");
    refused(
        Holding.returned(camilas, 2),
        over(CAMILA, CAMILA, RAFAEL, true),
        Refusal.NOT_HOLDER,
        "The bot has");
    refused(camilas, over(CAMILA, CAMILA, CAMILA, false), Refusal.INVALID, "Camila has it");
  }

  @Test
  void a_hand_back_of_an_older_hold_gives_no_newer_one_of_the_same_person_back() {
    UUID held = camilas.hold().holder().takeoverId();
    accepted(camilas, back(held));
    accepted(camilas, back(null));
    refused(camilas, back(UUID.randomUUID()), Refusal.NEWER_HOLD, "Camila has it since");
  }

  private static HandBack back(UUID takeover) {
    return new HandBack(UUID.randomUUID(), CAMILA, takeover, null, null, null, false);
  }

  @Test
  void a_takeover_from_before_the_epoch_that_the_journey_has_comes_too_late() {
    refused(camilas, takeOver(CAMILA, 0), Refusal.HELD, "Camila has it");
    accepted(camilas, takeOver(CAMILA, 1));
    accepted(camilas, takeOver(CAMILA, 2));
    refused(Holding.returned(camilas, 2), takeOver(CAMILA, 1), Refusal.INVALID, "out of date");
  }

  private static TakeOver takeOver(UUID by, long epoch) {
    return new TakeOver(UUID.randomUUID(), by, "Camila", epoch, null, false);
  }

  @Test
  void anybody_acknowledges_what_the_team_was_told_while_it_lasts() {
    var acknowledge = new AcknowledgeAlert(UUID.randomUUID(), RAFAEL, "Rafael");
    refused(camilas, acknowledge, Refusal.NOTHING_TOLD, "over");
    accepted(camilas.withNeedsHuman("asked"), acknowledge);
    accepted(camilas.withNeedsHuman("asked").withPhase(Phase.ALERT), acknowledge);
  }

  @Test
  void only_the_holder_keeps_it() {
    accepted(camilas, new KeepHold(UUID.randomUUID(), CAMILA));
    refused(camilas, new KeepHold(UUID.randomUUID(), RAFAEL), Refusal.NOT_HOLDER, "Camila");
  }

  @Test
  void a_proactive_message_goes_where_nobody_else_holds_and_the_window_lets_it() {
    accepted(wrote(), new ProactiveMessage(UUID.randomUUID(), RAFAEL, TEXT));
    refused(
        camilas,
        new ProactiveMessage(UUID.randomUUID(), RAFAEL, TEXT),
        Refusal.HELD,
        "Camila has it");
    JourneyState closed = Silences.windowClosed(wrote());
    refused(
        closed,
        new ProactiveMessage(UUID.randomUUID(), RAFAEL, TEXT),
        Refusal.WINDOW_CLOSED,
        "template");
    accepted(closed, new ProactiveMessage(UUID.randomUUID(), RAFAEL, TEMPLATE));
    refused(
        Moves.ended(wrote(), Ending.DROPPED, NOON),
        new ProactiveMessage(UUID.randomUUID(), RAFAEL, TEMPLATE),
        Refusal.ENDED,
        "has ended");
  }

  @Test
  void a_time_is_ahead_and_at_most_thirty_days() {
    accepted(camilas, schedule(CAMILA, TEXT, noonAnd(0, 1).plusMillis(1), null));
    refused(camilas, schedule(CAMILA, TEXT, noonAnd(0, 1), null), Refusal.INVALID, "passed");
    Instant far = noonAnd(0, 1).plus(Duration.ofDays(30));
    accepted(camilas, schedule(CAMILA, TEXT, far, null));
    refused(camilas, schedule(CAMILA, TEXT, far.plusMillis(1), null), Refusal.INVALID, "30 days");
    refused(camilas, schedule(RAFAEL, TEXT, far, null), Refusal.HELD, "Camila");
  }

  @Test
  void a_scheduled_reply_is_changed_by_its_writer_or_the_holder_until_it_left() {
    ScheduleReply mine = schedule(CAMILA, TEXT, noonAnd(5, 0), null);
    JourneyState kept = Scheduling.kept(camilas, mine);
    accepted(kept, schedule(CAMILA, TEXT, noonAnd(6, 0), mine.requestId()));
    accepted(kept, new CancelScheduled(UUID.randomUUID(), CAMILA, mine.requestId()));
    refused(
        kept,
        new CancelScheduled(UUID.randomUUID(), RAFAEL, mine.requestId()),
        Refusal.NOT_HOLDER,
        "Camila wrote it");
    accepted(
        heldBy(kept, RAFAEL, NOON),
        new CancelScheduled(UUID.randomUUID(), RAFAEL, mine.requestId()));
    refused(
        camilas,
        new CancelScheduled(UUID.randomUUID(), CAMILA, mine.requestId()),
        Refusal.INVALID,
        "has left");
  }

  @Test
  void so_many_wait_and_no_more_but_one_may_be_changed() {
    JourneyState full = camilas;
    for (int i = 0; i < Scheduling.MOST; i++) {
      full = Scheduling.kept(full, schedule(CAMILA, TEXT, noonAnd(5, i), null));
    }
    refused(full, schedule(CAMILA, TEXT, noonAnd(6, 0), null), Refusal.INVALID, "10 replies");
    UUID first = full.hold().waiting().getFirst().id();
    accepted(full, schedule(CAMILA, TEXT, noonAnd(6, 0), first));
  }
}
