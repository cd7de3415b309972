package io.talaria.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import io.talaria.gateway.Sends;
import io.talaria.journey.JourneyStart;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WakeUpCallsTest extends GatewayScenario {
  private static final int HOURS = 3_600;

  @Autowired WakeUpCalls calls;

  @Test
  void a_journey_that_is_due_is_woken_once_for_its_deadline() throws InterruptedException {
    Sends ana = due(2, HOURS);
    soon(() -> assertThat(times(ana)).isOne());
    String given = givenOut(ana);
    calls.sweep();
    assertThat(givenOut(ana)).isEqualTo(given);

    dueAgain(ana, 2, HOURS);
    soon(() -> assertThat(times(ana)).isEqualTo(2));
  }

  @Test
  void nobody_is_woken_who_sleeps_on_or_has_woken_by_a_timer_or_was_busy_or_has_ended()
      throws InterruptedException {
    Sends over = new Sends(jdbc);
    jdbc.sql("update journey set status = 'COMPLETED' where id = ?").param(over.journey).update();
    dueAgain(over, 2, HOURS);
    var all = List.of(over, due(-60, HOURS), due(600, HOURS), due(2, 60));

    calls.sweep();

    assertThat(all).extracting(this::givenOut).containsOnlyNulls();
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

    soon(() -> assertThat(all).extracting(this::times).containsOnly(1));
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
    return journeys.wokenInVain.contains(of.candidate) && givenOut(of) == null;
  }

  /** When it was given out to be woken; null when it was not. */
  private String givenOut(Sends of) {
    return jdbc.sql("select woken_at::text from journey where id = ?")
        .param(of.journey)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private int times(Sends of) {
    return (int) journeys.woken.stream().filter(of.candidate::equals).count();
  }
}
