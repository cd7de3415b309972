package io.talaria.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talaria.gateway.GatewayScenario;
import io.talaria.gateway.Sends;
import io.talaria.journey.JourneyStart;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WakeUpCallsTest extends GatewayScenario {
  private static final int HOURS = 3_600;

  @Test
  void a_journey_that_is_due_is_woken_once_for_its_deadline() {
    Sends ana = due(2, HOURS);
    soon(() -> assertThat(times(ana)).isOne());
    afterSomeSweeps();
    assertThat(times(ana)).isOne();

    dueAgain(ana, 2, HOURS);
    soon(() -> assertThat(times(ana)).isEqualTo(2));
  }

  @Test
  void nobody_is_woken_who_sleeps_on_or_has_woken_by_a_timer_or_was_busy_or_has_ended() {
    Sends later = due(-5, HOURS);
    Sends longAgo = due(600, HOURS);
    Sends busy = due(2, 60);
    Sends over = due(2, HOURS);
    jdbc.sql("update journey set status = 'COMPLETED' where id = ?").param(over.journey).update();
    int before = times(over);

    afterSomeSweeps();

    assertThat(Stream.of(later, longAgo, busy).mapToInt(this::times).sum()).isZero();
    assertThat(times(over)).isEqualTo(before);
  }

  @Test
  void while_the_engine_is_away_nobody_is_given_up() {
    journeys.away = true;
    Sends ana = due(2, HOURS);
    soon(() -> assertThat(wasGivenBack(ana)).isTrue());

    journeys.away = false;

    soon(() -> assertThat(times(ana)).isOne());
  }

  @Test
  void a_journey_without_a_run_gets_one_and_holds_up_nobody() {
    Sends lost = new Sends(jdbc);
    journeys.hasNobodyFor(lost.candidate);
    dueAgain(lost, 3, HOURS);

    Sends ana = due(2, HOURS);

    soon(() -> assertThat(times(ana)).isOne());
    soon(
        () ->
            assertThat(journeys.begun)
                .extracting(JourneyStart::candidateId)
                .containsOnlyOnce(lost.candidate));
  }

  @Test
  void as_many_as_there_are_are_woken_each_once() {
    var all = IntStream.range(0, 100).mapToObj(n -> due(2, HOURS)).toList();

    soon(() -> assertThat(all).allSatisfy(one -> assertThat(times(one)).isOne()));
    afterSomeSweeps();

    assertThat(all).allSatisfy(one -> assertThat(times(one)).isOne());
  }

  private Sends due(int secondsAgo, int slept) {
    Sends of = new Sends(jdbc);
    dueAgain(of, secondsAgo, slept);
    return of;
  }

  private void dueAgain(Sends of, int secondsAgo, int slept) {
    jdbc.sql(
            """
            update journey set due_at = now() - make_interval(secs => :ago),
              moved_at = now() - make_interval(secs => :ago) - make_interval(secs => :slept),
              woken_at = woken_at - make_interval(secs => :slept)
            where id = :id
            """)
        .param("ago", secondsAgo)
        .param("slept", slept)
        .param("id", of.journey)
        .update();
  }

  private boolean wasGivenBack(Sends of) {
    return jdbc.sql("select woken_at is null from journey where id = ?")
            .param(of.journey)
            .query(Boolean.class)
            .single()
        && journeys.wokenInVain.contains(of.candidate);
  }

  private int times(Sends of) {
    return (int) journeys.woken.stream().filter(of.candidate::equals).count();
  }

  private static void afterSomeSweeps() {
    await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
  }
}
