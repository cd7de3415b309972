package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talaria.definition.Plan;
import io.talaria.definition.Predicate;
import io.talaria.journey.CandidateMarked;
import io.talaria.journey.Ending;
import io.talaria.journey.HandBack;
import io.talaria.journey.Mode;
import io.talaria.journey.rule.HighValue;
import io.talaria.port.Desk;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyEvent.CandidateOptedOut;
import io.talaria.port.JourneyEvent.ObjectionDecided;
import io.talaria.port.JourneyEvent.ObjectionRaised;
import io.talaria.port.JourneyEvent.OptOutRevoked;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a candidate may ask for at any time. */
class RightsTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  private static Scenario greeted() {
    Plan plan = Neighbours.plan(false, Duration.ofSeconds(4));
    var words =
        new Plan.Words(
            plan.words().stop(), plan.words().person(), List.of("quero revisao humana"), null);
    var backend =
        new Plan.HighValue(new Predicate.OneOf("cargo", List.of("backend")), Duration.ofHours(12));
    var ana =
        world.candidate(
            new Plan(
                plan.definition(),
                plan.number(),
                plan.stages(),
                plan.languages(),
                words,
                plan.times(),
                plan.slowBot(),
                null,
                backend));
    ana.says("oi").silence(Duration.ofSeconds(5));
    return ana.hears("automatizado");
  }

  private static <T extends JourneyEvent> List<T> told(Scenario ana, Class<T> type) {
    synchronized (ana.neighbours) {
      return ana.neighbours.events.stream().filter(type::isInstance).map(type::cast).toList();
    }
  }

  @Test
  void who_objects_is_answered_by_a_person_who_must_decide_before_the_bot_goes_on() {
    // given
    var ana = greeted();
    ana.taps("Ana").hears("cargo");

    // when
    ana.says("Não concordo, quero revisão humana.").hears("Chamei uma pessoa");

    // then nothing automated goes on
    ana.until(state -> "objection".equals(state.needsHuman()));
    assertThat(told(ana, ObjectionRaised.class))
        .singleElement()
        .satisfies(e -> assertThat(e.messageId()).isEqualTo(ana.lastMessage().id()));
    ana.deskIsAlerted(Desk.Kind.NEEDS_HUMAN);
    ana.says("alô?").silence(Duration.ofMinutes(1)).hearsNothingMore();

    // and it goes back with a decision only
    var camila = ana.recruiter("Camila");
    camila.takesOver();
    assertThatThrownBy(
            () ->
                ana.journey()
                    .handBack(
                        new HandBack(
                            UUID.randomUUID(), camila.id(), null, null, null, null, false)))
        .rootCause()
        .hasMessageContaining("wants a person to decide");
    camila.handsBack();
    ana.silence(Duration.ofSeconds(20));
    assertThat(told(ana, ObjectionDecided.class))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.operatorId()).isEqualTo(camila.id());
              assertThat(e.outcome()).isEqualTo(HandBack.Outcome.RESOLVED);
              assertThat(e.summary()).isEqualTo("resolvido");
            });
    assertThat(ana.state().needsHuman()).isNull();
    assertThat(ana.state().remembered().undecided()).isFalse();
  }

  @Test
  void a_silent_owner_leaves_the_decision_to_people_and_the_bot_stays_silent() {
    var ana = greeted();
    ana.recruiter("Camila").takesOver();
    ana.says("quero revisão humana");
    ana.silence(Duration.ofHours(5)).until(state -> state.mode() == Mode.BOT);
    assertThat(ana.state().needsHuman()).isEqualTo("objection");
    ana.hearsNothingMore();
  }

  @Test
  void a_stop_is_told_with_its_message_for_all_journeys() {
    var ana = greeted();
    ana.says("PARAR").hears("Não escrevo mais").until(state -> state.over());
    UUID stop = ana.lastMessage().id();
    assertThat(told(ana, CandidateOptedOut.class))
        .singleElement()
        .satisfies(e -> assertThat(e.messageId()).isEqualTo(stop));
    ana.silence(Duration.ofDays(2)).hearsNothingMore();

    // and whoever writes again takes it back, until they say it again
    ana.says("mudei de ideia").deskIsAlerted(Desk.Kind.AFTER_END);
    assertThat(told(ana, OptOutRevoked.class))
        .singleElement()
        .satisfies(e -> assertThat(e.messageId()).isEqualTo(ana.lastMessage().id()));
    ana.says("parar").deskIsAlerted(Desk.Kind.AFTER_END, Desk.Kind.AFTER_END);
    assertThat(told(ana, CandidateOptedOut.class)).hasSize(2);
  }

  @Test
  void a_stop_after_the_end_counts_as_well() {
    var ana = greeted();
    ana.taps("Ana").hears("cargo").taps("frontend").hears("link").taps("x").hears("quando");
    ana.taps("amanhã").hears("Obrigado").until(state -> state.over());
    ana.says("stop").deskIsAlerted(Desk.Kind.AFTER_END).hearsNothingMore();
    assertThat(ana.state().end().ending()).isEqualTo(Ending.COMPLETED);
    assertThat(told(ana, CandidateOptedOut.class)).hasSize(1);
  }

  @Test
  void the_team_is_told_sooner_of_whom_nobody_wants_to_lose() {
    var ana = greeted();
    ana.taps("Ana").hears("cargo").taps("backend").hears("link");
    ana.silence(Duration.ofHours(13)).hears("Lembrete 1").deskIsAlerted(Desk.Kind.AT_RISK);
    var bia = greeted();
    bia.taps("Bia").hears("cargo").taps("frontend").hears("link");
    bia.silence(Duration.ofHours(13)).hears("Lembrete 1").deskIsAlerted();
  }

  @Test
  void whom_a_person_marks_is_told_of_sooner_and_who_loses_the_mark_is_not() {
    var ana = greeted();
    ana.taps("Ana").hears("cargo").taps("frontend").hears("link");
    var marked = new CandidateMarked(UUID.randomUUID(), UUID.randomUUID(), true, ana.now());
    ana.journey().candidateMarked(marked);
    ana.journey().candidateMarked(marked);
    ana.until(state -> HighValue.is(state));
    assertThat(told(ana, JourneyEvent.CandidateStateChanged.class))
        .filteredOn(event -> event.what().equals("high_value"))
        .hasSize(1);
    ana.silence(Duration.ofHours(13)).hears("Lembrete 1").deskIsAlerted(Desk.Kind.AT_RISK);

    var bia = greeted();
    bia.taps("Bia").hears("cargo").taps("backend").hears("link");
    bia.journey()
        .candidateMarked(
            new CandidateMarked(UUID.randomUUID(), UUID.randomUUID(), false, bia.now()));
    bia.silence(Duration.ofHours(13)).hears("Lembrete 1").deskIsAlerted();
  }
}
