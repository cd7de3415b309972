package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.journey.HandBack.Outcome;
import io.talaria.journey.Mode;
import io.talaria.port.Desk;
import io.talaria.port.JourneyEvent.OperatorHandback;
import io.talaria.port.JourneyEvent.OperatorHandover;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who has the journey: hand-back with what it came to, hand-over, silent owners. */
class OwnershipTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  @Test
  void a_hand_back_tells_what_it_came_to() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    camila.handsBack();
    assertThat(ana.neighbours.events)
        .filteredOn(OperatorHandback.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            OperatorHandback.class,
            back -> {
              assertThat(back.outcome()).isEqualTo(Outcome.RESOLVED);
              assertThat(back.notes()).isEqualTo("ligar na sexta");
              assertThat(back.automatic()).isFalse();
            });
    assertThat(ana.neighbours.released.getFirst().outcome()).isEqualTo(Outcome.RESOLVED);
  }

  @Test
  void a_hand_over_changes_the_holder_under_the_same_epoch_and_the_colleague_is_told() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    var rafael = ana.recruiter("Rafael");
    camila.takesOver();
    long epoch = ana.state().hold().epoch();
    ana.says("tem vaga?").silence(Duration.ofMinutes(1));
    assertThat(camila.handsOver(rafael).name()).isEqualTo("Rafael");
    assertThat(ana.state().hold().epoch()).isEqualTo(epoch);
    assertThat(ana.neighbours.released).isEmpty();
    ana.deskIsAlerted(Desk.Kind.HANDED_OVER);
    assertThat(ana.neighbours.alerts.getFirst().ownerId()).isEqualTo(rafael.id());
    assertThatThrownBy(() -> camila.replies("oi")).rootCause().hasMessageContaining("Rafael has");
    rafael.replies("Sou o Rafael");
    ana.hears("Sou o Rafael").hearsNothingMore();
    assertThat(ana.neighbours.events).filteredOn(OperatorHandover.class::isInstance).hasSize(1);
  }

  @Test
  void of_a_hand_over_and_another_or_a_hand_back_the_second_hears_who_has_it() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    var rafael = ana.recruiter("Rafael");
    var bianca = ana.recruiter("Bianca");
    camila.takesOver();
    camila.handsOver(rafael);
    assertThatThrownBy(() -> bianca.gives(camila, bianca, true))
        .rootCause()
        .hasMessageContaining("Rafael has it since");
    assertThatThrownBy(camila::handsBack).rootCause().hasMessageContaining("Rafael has it since");
    bianca.gives(rafael, camila, true);
    camila.handsBack();
    assertThatThrownBy(() -> bianca.gives(camila, rafael, true))
        .rootCause()
        .hasMessageContaining("The bot has this conversation");
  }

  @Test
  void a_silent_owner_is_told_and_then_the_bot_answers_what_is_open() {
    var ana = world.greeted();
    ana.recruiter("Camila").takesOver();
    ana.says("Ana").silence(Duration.ofMinutes(110));
    ana.deskIsAlerted(Desk.Kind.WAITING, Desk.Kind.OWNER_SILENT).hearsNothingMore();
    assertThat(ana.state().mode()).isEqualTo(Mode.HUMAN);
    ana.silence(Duration.ofMinutes(11)).hears("cargo");
    assertThat(ana.state().mode()).isEqualTo(Mode.BOT);
    assertThat(ana.neighbours.released.getFirst().cause()).startsWith("owner-silent:");
    assertThat(ana.neighbours.events)
        .filteredOn(OperatorHandback.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            OperatorHandback.class, back -> assertThat(back.automatic()).isTrue());
  }

  @Test
  void an_owner_who_says_that_they_keep_it_has_their_time_anew() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    ana.says("Ana").silence(Duration.ofMinutes(115));
    assertThat(camila.keeps().name()).isEqualTo("Camila");
    ana.silence(Duration.ofMinutes(100)).hearsNothingMore();
    assertThat(ana.state().mode()).isEqualTo(Mode.HUMAN);
    ana.silence(Duration.ofMinutes(25)).hears("cargo");
  }

  @Test
  void while_nobody_waits_an_owner_holds_it_as_long_as_they_like() {
    var ana = world.greeted();
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    camila.replies("Me manda o currículo?");
    ana.hears("currículo").silence(Duration.ofHours(20)).hearsNothingMore();
    assertThat(ana.state().mode()).isEqualTo(Mode.HUMAN);
  }

  @Test
  void while_a_run_knows_of_its_holder_the_bot_says_nothing_although_the_journal_has_forgotten() {
    // given a journal that was restored to before the takeover, and would let the bot speak
    var ana = world.greeted();
    ana.recruiter("Camila").takesOver();
    synchronized (ana.neighbours) {
      ana.neighbours.held = false;
    }

    // when the candidate writes, falls silent and writes again, while the holder may be silent
    ana.says("alguém aí?").silence(Duration.ofMinutes(90));
    ana.says("oi?").silence(Duration.ofMinutes(5));

    // then
    assertThat(ana.state().mode()).isEqualTo(Mode.HUMAN);
    ana.hearsNothingMore();
  }
}
