package io.talaria.console.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.select.Select;
import io.talaria.console.ConsoleTest;
import io.talaria.console.desk.DeskAnswer;
import io.talaria.journal.SampleJournal;
import io.talaria.journal.inbox.InboundMessage.Sender;
import io.talaria.journey.PlanChosen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MovingTest extends ConsoleTest {
  private static final String MOVE = "definitions/move?definition=tech-hiring";

  @BeforeEach
  void twoPlans() throws IOException {
    jdbc.sql("truncate definition_version").update();
    for (int plan : new int[] {1, 2}) {
      publish(plan);
    }
  }

  @Test
  void the_page_of_definitions_says_who_is_on_which_plan() {
    journal.candidate("Ana").standing("initial_contact", "role");
    signInAsLead();
    goTo("definitions");
    assertThat(page())
        .contains("tech-hiring plan 2 is the newest")
        .contains("plan 1 1 open")
        .contains("Look at moving 1 to a newer plan");
  }

  @Test
  void a_recruiter_sees_the_plans_and_that_a_lead_moves_journeys() {
    journal.candidate("Ana").standing("initial_contact", "role");
    signInAsRecruiter();
    goTo("definitions");
    assertThat(page()).contains("1 open journey is on an older plan; a lead can move it");
    goTo(MOVE);
    assertThat(page()).contains("A lead moves journeys").doesNotContain("Ana");
  }

  @Test
  void where_nobody_is_on_an_older_plan_the_page_says_so() {
    signInAsLead();
    goTo("definitions");
    assertThat(page()).contains("No journey is open");
    goTo(MOVE);
    assertThat(page()).contains("Nobody is on an older plan");
    goTo("definitions/move?definition=nothing");
    assertThat(page()).contains("No such definition");
  }

  @Test
  void the_preview_tells_of_each_journey_what_it_would_mean_and_changes_nothing() {
    journal.candidate("Ana").standing("initial_contact", "role");
    journal.candidate("Bia").standing("initial_contact", "a_question_of_before");
    journal.candidate("Caio").standing("a_stage_of_before", "role");
    signInAsLead();
    goTo(MOVE);
    assertThat(page())
        .contains("3 journeys on older plans")
        .contains("Ana plan 1 Initial contact › Role Moves")
        .contains("Bia plan 1 Initial contact › A question of before Moves; its open question is")
        .contains("Caio plan 1 A stage of before › Role Can’t move: plan 2 has no stage")
        .contains("Move 2 journeys");
    assertThat(desk.asked).isEmpty();
  }

  @Test
  void only_those_that_are_chosen_are_told_and_once() {
    var ana = journal.candidate("Ana").standing("initial_contact", "role");
    journal.candidate("Bia").standing("initial_contact", "role");
    signInAsLead();
    goTo(MOVE);
    tick("Move Bia", false);
    assertThat(page()).contains("Move 1 journey");
    click("Move 1 journey");
    ConfirmDialog dialog = $(ConfirmDialog.class).single();
    confirm(dialog);
    confirm(dialog);

    assertThat(chosen())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.plan()).isEqualTo(2);
              assertThat(told.by()).isEqualTo("Camila Prado");
            });
    assertThat(page()).contains("0 moved to plan 2", "Ana plan 1", "Told; moves when nothing is");

    jdbc.sql("update journey set plan = 2 where id = ?").param(ana.journey).update();
    click("Look again");
    assertThat(page()).contains("1 moved to plan 2").doesNotContain("Told; moves");
    click("Back to the preview");
    assertThat(page()).contains("1 journey on an older plan", "Bia plan 1");
  }

  @Test
  void a_stage_that_takes_the_lost_ones_place_moves_the_rest() {
    journal.candidate("Caio").standing("a_stage_of_before", "role");
    signInAsLead();
    goTo(MOVE);
    assertThat(page()).contains("Who stands at A stage of before goes on at");
    choose("Who stands at A stage of before goes on at", "Initial contact");
    assertThat(page()).contains("Moves, to stage Initial contact");
    click("Move 1 journey");
    confirm($(ConfirmDialog.class).single());
    assertThat(chosen().getFirst().stages()).containsEntry("a_stage_of_before", "initial_contact");
  }

  @Test
  void an_engine_that_is_away_and_a_journey_without_a_run_are_told() {
    journal.candidate("Ana").standing("initial_contact", "role");
    signInAsLead();
    for (DeskAnswer<?> answer : List.of(new DeskAnswer.Away<>(), new DeskAnswer.Gone<>())) {
      desk.answer(answer);
      goTo("definitions");
      goTo(MOVE);
      click("Move 1 journey");
      confirm($(ConfirmDialog.class).single());
      assertThat(page())
          .contains(
              answer instanceof DeskAnswer.Away ? "Temporal is away" : "Has no run. It is called");
    }
  }

  @Test
  void nobody_is_chosen_and_nothing_can_be_moved() {
    journal.candidate("Ana").standing("initial_contact", "role");
    signInAsLead();
    goTo(MOVE);
    tick("All that can move", false);
    assertThat(page()).contains("Choose who moves", "Move 0 journeys");
  }

  private List<PlanChosen> chosen() {
    return desk.asked.stream().map(PlanChosen.class::cast).toList();
  }

  private void confirm(ConfirmDialog dialog) {
    ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
    dialog.close();
    settle();
  }

  private void tick(String label, boolean on) {
    settle();
    Checkbox box =
        $(Checkbox.class).all().stream()
            .filter(
                one -> label.equals(one.getLabel()) || label.equals(one.getAriaLabel().orElse("")))
            .findFirst()
            .orElseThrow();
    test(box).click();
    assertThat(box.getValue()).isEqualTo(on);
    settle();
  }

  @SuppressWarnings("unchecked")
  private void choose(String label, String item) {
    settle();
    Select<String> select =
        (Select<String>)
            $(Select.class).all().stream()
                .filter(one -> label.equals(one.getLabel()))
                .findFirst()
                .orElseThrow();
    test(select).selectItem(item);
    settle();
  }

  private void publish(int plan) throws IOException {
    try (var yaml = Sender.class.getResourceAsStream("/definitions/tech-hiring.yaml")) {
      String text = new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8);
      jdbc.sql(
              """
              insert into definition_version (account_id, name, plan, text_revision, yaml, plan_hash, text_hash)
              values (?, 'tech-hiring', ?, 0, ?, '-', '-')
              """)
          .params(SampleJournal.ACCOUNT, plan, text)
          .update();
    }
  }
}
