package io.talaria.journey.scenario;

import io.talaria.definition.Calendar;
import io.talaria.definition.Calendar.Shift;
import io.talaria.definition.Calendar.Span;
import io.talaria.port.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What fires when, with quiet hours and a team that goes home. */
class TimeTest {
  private static ScenarioWorld world;

  @BeforeAll
  static void start() {
    world = new ScenarioWorld();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  /** A place where it is 18:00 now, whose nights are closed from 21:00 to 08:00. */
  private static Calendar nights(Instant now) {
    long toSix = Math.floorMod(18 * 3_600L - now.getEpochSecond(), 86_400L);
    List<Span> nights =
        IntStream.rangeClosed(0, 7)
            .mapToObj(d -> new Span(Math.max(0, d * 1440 - 180), Math.min(10_080, d * 1440 + 480)))
            .toList();
    return new Calendar("Here", List.of(new Shift(0, (int) toSix)), nights, List.of());
  }

  /** Greeted at 18:00; the first reminder falls due at 22:00, the second at 14:00. */
  private static Scenario greetedAtSix() {
    var ana = world.candidate();
    ana.neighbours.quiet = nights(ana.now());
    ana.says("oi").silence(Duration.ofSeconds(5));
    return ana.hears("automatizado");
  }

  @Test
  void a_reminder_that_falls_due_at_night_comes_in_the_morning() {
    var ana = greetedAtSix();
    ana.silence(Duration.ofHours(13)).hearsNothingMore();
    ana.silence(Duration.ofHours(2)).hears("Lembrete 1");
    ana.silence(Duration.ofHours(6)).hears("Lembrete 2").hearsNothingMore();
  }

  @Test
  void who_writes_at_night_is_answered_at_once() {
    var ana = greetedAtSix();
    ana.silence(Duration.ofHours(7)).taps("Ana").hears("cargo");
    ana.silence(Duration.ofHours(6)).hearsNothingMore();
  }

  @Test
  void a_question_after_a_hand_back_at_night_is_asked_in_the_morning() {
    var ana = greetedAtSix();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    ana.silence(Duration.ofHours(5));
    camila.replies("Boa noite, até amanhã!");
    ana.hears("Boa noite");
    camila.handsBack();
    ana.silence(Duration.ofHours(8)).hearsNothingMore();
    ana.silence(Duration.ofHours(2)).hears("Continuando: nome").hearsNothingMore();
  }

  @Test
  void who_writes_before_the_question_is_asked_again_hears_the_next_one() {
    var ana = greetedAtSix();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    ana.silence(Duration.ofHours(5));
    camila.handsBack();
    ana.silence(Duration.ofHours(1)).taps("Ana").hears("cargo");
    ana.silence(Duration.ofHours(4)).hearsNothingMore();
  }

  @Test
  void a_stop_at_night_is_confirmed_and_nothing_follows_in_the_morning() {
    var ana = greetedAtSix();
    ana.silence(Duration.ofHours(6)).says("PARAR").hears("Não escrevo mais");
    ana.silence(Duration.ofDays(2)).hearsNothingMore();
  }

  @Test
  void a_template_to_who_wrote_long_ago_waits_for_the_morning() {
    var ana = world.candidate();
    ana.neighbours.quiet = nights(ana.now());
    ana.silence(Duration.ofHours(5));
    ana.saidAt(ana.now().minus(Duration.ofHours(30)), "oi").silence(Duration.ofHours(8));
    ana.hearsNothingMore().silence(Duration.ofHours(2)).hears("Podemos continuar?");
  }

  @Test
  void the_team_is_told_of_who_waits_when_it_is_at_work() {
    var ana = world.candidate();
    ana.neighbours.office = nights(ana.now());
    ana.says("oi").silence(Duration.ofSeconds(5)).hears("automatizado");
    ana.silence(Duration.ofMinutes(210)).says("pessoa").hears("Chamei uma pessoa");
    ana.silence(Duration.ofHours(10)).deskIsAlerted(Desk.Kind.NEEDS_HUMAN);
    ana.silence(Duration.ofHours(1)).deskIsAlerted(Desk.Kind.NEEDS_HUMAN, Desk.Kind.WAITING);
  }
}
