package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.definition.Calendar;
import io.talaria.definition.Calendar.Shift;
import io.talaria.definition.Calendar.Span;
import io.talaria.journey.Ending;
import io.talaria.port.Desk;
import io.talaria.port.Outbound;
import io.temporal.api.enums.v1.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Journeys that begin at a planned time, without a word of the candidate. */
class PlannedStartTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  @Test
  void the_first_words_are_a_template_and_the_answer_to_them_begins_the_talk() {
    var ana = world.candidate();

    ana.isBegunAsPlanned().hears("convite");
    assertThat(ana.neighbours.sent.getFirst().content()).isInstanceOf(Outbound.Template.class);

    ana.says("oi, quero sim").silence(Duration.ofSeconds(20)).hears("nome").hearsNothingMore();
    ana.taps("Ana").hears("cargo");
  }

  @Test
  void who_never_answers_is_told_of_and_dropped_like_anybody() {
    var ana = world.candidate();
    ana.isBegunAsPlanned().hears("convite");

    ana.silence(Duration.ofHours(25)).deskIsAlerted(Desk.Kind.AT_RISK);
    ana.silence(Duration.ofDays(7)).hearsNothingMore();
    assertThat(ana.state().end().ending()).isEqualTo(Ending.DROPPED);
  }

  @Test
  void first_words_wait_for_their_turn_behind_all_that_others_wait_for() {
    var ana = world.candidate();
    ana.isBegunAsPlanned().hears("convite");

    assertThat(ana.prioritiesOfQueued()).containsExactly(5);
  }

  @Test
  void first_words_that_wait_for_their_turn_are_not_said_to_who_writes_meanwhile() {
    var ana = world.candidate();
    var queue = new CountDownLatch(1);
    ana.neighbours.queueFull = queue;
    ana.isBegunAsPlanned().until(state -> state.outgoing().saying() != null);

    ana.says("oi").silence(Duration.ofSeconds(20)).hears("automatizado");
    queue.countDown();
    ana.silence(Duration.ofHours(1)).hearsNothingMore();
    assertThat(ana.state().appointments()).isEmpty();
  }

  @Test
  void in_quiet_hours_the_first_words_wait_for_the_morning() {
    var ana = world.candidate();
    ana.neighbours.quiet = closedForTheNextTenHours(ana.now());

    ana.isBegunAsPlanned();
    ana.silence(Duration.ofHours(9)).hearsNothingMore();
    assertThat(ana.neighbours.recorded.appointments()).hasSize(1);
    ana.silence(Duration.ofHours(2)).hears("convite").hearsNothingMore();
  }

  @Test
  void nobody_whose_first_words_have_left_wakes_when_the_night_begins() {
    var ana = world.candidate();
    ana.neighbours.quiet = TimeTest.nights(ana.now(), Duration.ofHours(18));
    ana.isBegunAsPlanned().hears("convite").silence(Duration.ofHours(4));

    assertThat(ana.events(EventType.EVENT_TYPE_TIMER_FIRED)).isZero();
  }

  @Test
  void first_words_that_still_wait_for_their_turn_when_the_night_begins_come_in_the_morning() {
    var ana = world.candidate();
    ana.neighbours.quiet = TimeTest.nights(ana.now(), Duration.ofMinutes(20 * 60 + 30));
    ana.neighbours.paused = true;
    ana.isBegunAsPlanned().silence(Duration.ofHours(1));
    ana.neighbours.paused = false;
    ana.silence(Duration.ofHours(10)).hearsNothingMore();
    ana.silence(Duration.ofHours(1)).hears("convite").hearsNothingMore();
  }

  @Test
  void who_writes_before_the_first_words_is_answered_and_hears_none_of_them() {
    var ana = world.candidate();
    ana.neighbours.quiet = closedForTheNextTenHours(ana.now());
    ana.isBegunAsPlanned();

    ana.silence(Duration.ofHours(1)).says("oi").silence(Duration.ofSeconds(20));
    ana.hears("automatizado").silence(Duration.ofHours(12));
    assertThat(ana.said()).noneMatch(text -> text.contains("convite"));
    assertThat(ana.state().appointments()).isEmpty();
  }

  @Test
  void a_start_that_was_cancelled_or_is_void_begins_nothing() {
    var ana = world.candidate();
    ana.isBegunBy(UUID.randomUUID());
    ana.silence(Duration.ofDays(1)).hearsNothingMore();
    assertThat(ana.neighbours.recorded).isNull();

    ana.says("oi").silence(Duration.ofSeconds(20)).hears("automatizado");
  }

  /** Open again ten hours from now, for fourteen. */
  private static Calendar closedForTheNextTenHours(Instant now) {
    long shift = Math.floorMod(-now.getEpochSecond(), 86_400L);
    List<Span> closed =
        IntStream.range(0, 7).mapToObj(d -> new Span(d * 1440, d * 1440 + 600)).toList();
    return new Calendar("Here", List.of(new Shift(0, (int) shift)), closed, List.of());
  }
}
