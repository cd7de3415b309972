package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.Ending;
import io.talaria.journey.SendSettled;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Desk;
import io.talaria.port.TurnKey;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WhatsApp's limits of what is sent unasked: of people in a day, and of a reported number. */
class UnaskedLimitsTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  @ParameterizedTest
  @CsvSource({"MESSAGING_LIMIT, messaging_limit, PT3H10M", "SPAM_LIMIT, spam_limit, PT24H10M"})
  void who_can_be_asked_back_by_a_template_only_is_when_there_is_room(
      String treatment, String reason, Duration later) {
    var ana = world.candidate();
    refuses(ana, treatment);
    ana.saidAt(ana.now().minus(Duration.ofHours(30)), "oi").silence(Duration.ofMinutes(1));
    ana.until(state -> reason.equals(state.needsHuman())).hearsNothingMore();
    assertThat(problems(ana)).isOne();

    refuses(ana, treatment);
    ana.silence(later).until(state -> state.needsHuman() != null);
    ana.silence(later).hears("Podemos continuar?").hearsNothingMore();
    assertThat(problems(ana)).as("nobody is called twice").isOne();
    assertThat(ana.state().needsHuman()).isNull();
  }

  @Test
  void who_writes_meanwhile_is_answered_and_needs_nobody_any_more() {
    var ana = world.candidate();
    refuses(ana, "MESSAGING_LIMIT");
    ana.saidAt(ana.now().minus(Duration.ofHours(30)), "oi").silence(Duration.ofMinutes(1));
    ana.until(state -> "messaging_limit".equals(state.needsHuman()));

    ana.says("oi de novo").silence(Duration.ofSeconds(20)).hears("automatizado");
    assertThat(ana.state().needsHuman()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"MESSAGING_LIMIT, PT3H", "SPAM_LIMIT, PT24H"})
  void first_words_under_way_are_put_off_in_silence(String treatment, Duration later) {
    var ana = world.candidate();
    refuses(ana, treatment);
    ana.isBegunAsPlanned().until(state -> state.outgoing().saying() == null);

    ana.silence(later.minusHours(1)).hearsNothingMore();
    assertThat(ana.state().needsHuman()).isNull();
    ana.silence(Duration.ofHours(2)).hears("convite").hearsNothingMore().deskIsAlerted();
  }

  @Test
  void first_words_that_were_accepted_and_came_back_are_said_anew() {
    var ana = world.candidate();
    ana.isBegunAsPlanned().hears("convite");
    ana.until(state -> state.silence().owedKey() != null);
    String owed = ana.state().silence().owedKey();

    ana.journey().sendSettled(new SendSettled(owed, false, 131048, "SPAM_LIMIT", ana.now()));
    ana.until(state -> state.silence().owedKey() == null && !state.talk().disclosed());
    ana.silence(Duration.ofHours(25)).hears("convite").hearsNothingMore().deskIsAlerted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MESSAGING_LIMIT", "SPAM_LIMIT"})
  void a_reminder_is_dropped_and_calls_nobody(String treatment) {
    var ana = world.candidate();
    ana.says("oi")
        .silence(Duration.ofSeconds(20))
        .until(state -> state.silence().owedKey() != null);
    refuses(ana, treatment);

    ana.silence(Duration.ofHours(23)).until(state -> state.silence().nudges() > 0);
    assertThat(ana.state().needsHuman()).isNull();
    assertThat(problems(ana)).isZero();
  }

  @Test
  void a_reminder_that_was_accepted_and_came_back_calls_nobody_either() {
    var ana = world.greeted();
    String owed = ana.state().silence().owedKey();
    ana.silence(Duration.ofHours(23)).until(state -> state.silence().nudges() > 0);
    String reminder = TurnKey.bubble(TurnKey.ofNudge(owed, 1), 0);

    ana.journey().sendSettled(new SendSettled(reminder, false, 131048, "SPAM_LIMIT", ana.now()));
    ana.silence(Duration.ofMinutes(1));
    assertThat(ana.state().needsHuman()).isNull();
    assertThat(problems(ana)).isZero();
  }

  @Test
  void an_answer_that_a_reported_number_did_not_get_through_is_as_one_that_was_refused() {
    var ana = world.greeted();
    String owed = ana.state().silence().owedKey();

    ana.journey().sendSettled(new SendSettled(owed, false, 131048, "SPAM_LIMIT", ana.now()));
    ana.until(state -> "send_failed".equals(state.needsHuman()));
    ana.silence(Duration.ofHours(25)).hearsNothingMore();
  }

  @Test
  void an_answer_that_a_reported_number_may_not_send_is_refused_as_any_other() {
    var ana = world.candidate();
    refuses(ana, "SPAM_LIMIT");
    ana.says("oi").silence(Duration.ofSeconds(20));

    ana.until(state -> "send_rejected".equals(state.needsHuman())).hearsNothingMore();
  }

  @Test
  void a_stop_counts_though_it_may_not_be_confirmed() {
    var ana = world.candidate();
    ana.says("oi")
        .silence(Duration.ofSeconds(20))
        .until(state -> state.silence().owedKey() != null);
    refuses(ana, "SPAM_LIMIT");
    ana.says("parar").silence(Duration.ofSeconds(20));

    ana.until(state -> state.end() != null && state.end().ending() == Ending.OPTED_OUT);
    assertThat(problems(ana)).isZero();
  }

  private static void refuses(Scenario ana, String treatment) {
    ana.neighbours.nextOutcome = Outcome.REJECTED;
    ana.neighbours.nextTreatment = treatment;
  }

  private static long problems(Scenario ana) {
    synchronized (ana.neighbours) {
      return ana.neighbours.alerts.stream()
          .map(Desk.Alert::kind)
          .filter(Desk.Kind.SEND_PROBLEM::equals)
          .count();
    }
  }
}
