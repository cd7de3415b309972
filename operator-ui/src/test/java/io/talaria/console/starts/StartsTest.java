package io.talaria.console.starts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.talaria.console.ConsoleTest;
import io.talaria.console.starts.StartsView.Half;
import io.talaria.journal.SampleJournal;
import io.talaria.journal.inbox.InboundMessage.Sender;
import io.talaria.journal.phone.DialledNumbers;
import io.talaria.journal.planned.PlannedStart;
import io.talaria.journal.planned.PlannedStarts;
import io.talaria.journal.planned.PlannedStarts.Editor;
import io.talaria.journal.planned.StartWish;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class StartsTest extends ConsoleTest {
  private static final String ANA = "+55 92 99123-4567";

  @Autowired PlannedStarts starts;
  @Autowired DialledNumbers phones;

  @BeforeEach
  void aDefinitionWithATemplate() throws IOException {
    jdbc.sql("truncate planned_start, opt_out, definition_version cascade").update();
    try (var yaml = Sender.class.getResourceAsStream("/definitions/tech-hiring.yaml")) {
      String text = new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8);
      jdbc.sql(
              """
              insert into definition_version (account_id, name, plan, text_revision, yaml, plan_hash, text_hash)
              values (?, 'tech-hiring', 1, 0, ?, '-', '-')
              """)
          .params(SampleJournal.ACCOUNT, text)
          .update();
    }
  }

  @Test
  void an_empty_page_says_what_to_do() {
    signInAsRecruiter();
    goTo("starts");
    assertThat(page()).contains("0 to come", "Nothing is planned", "p opens the form");
  }

  @Test
  void whoever_plans_sees_what_is_sent_what_it_costs_and_both_clocks() {
    signInAsRecruiter();
    goTo("starts");
    key("p");
    phone(ANA);

    assertThat(page())
        .contains("Brazil, where it is")
        .contains("First message: template retomar_conversa, in Portuguese")
        .contains("Sua candidatura para a nossa equipe")
        .contains("Price unknown");
  }

  @Test
  void a_planned_start_stands_in_the_list_with_who_when_and_why() {
    signInAsRecruiter();
    goTo("starts");
    filled(ANA);
    click("Plan it");

    assertThat(told()).anyMatch(sentence -> sentence.startsWith("Planned with Ana for"));
    assertThat(page())
        .contains("1 to come")
        .contains("Ana Planned")
        .contains("for the candidate (America/Manaus)")
        .contains("tech-hiring", "planned by Rafael Lima", "agreed: on our site, text v3");
    assertThat(planned()).isEqualTo(1);
  }

  @Test
  void two_clicks_at_once_make_one_plan() {
    signInAsRecruiter();
    goTo("starts");
    filled(ANA);
    Button go =
        $(Button.class).all().stream()
            .filter(button -> button.getText().equals("Plan it"))
            .findFirst()
            .orElseThrow();
    ComponentUtil.fireEvent(go, new ClickEvent<>(go));
    ComponentUtil.fireEvent(go, new ClickEvent<>(go));

    assertThat(page()).contains("1 to come");
    assertThat(planned()).isEqualTo(1);
    assertThat(told()).hasSize(1);
  }

  @Test
  void a_form_with_gaps_says_what_is_missing_and_plans_nothing() {
    signInAsRecruiter();
    goTo("starts");
    click("Plan a conversation");
    click("Plan it");
    assertThat(page())
        .contains("Whose number shall be written to?")
        .contains("Without their agreement nobody may be written to");
    assertThat(planned()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "11 91234-5678 | country’s code is missing",
        "+55 11 9 | too short",
        "+55 11 91234-56789012 | a digit too many",
        "+55 11 11111-1111 | has no such number",
        "Ana | has no such number"
      })
  void a_number_that_is_none_says_what_to_do(String number, String sentence) {
    signInAsRecruiter();
    goTo("starts");
    click("Plan a conversation");
    phone(number);
    assertThat(page()).contains(sentence);
  }

  @Test
  void a_colleagues_plan_for_the_same_person_is_told() {
    planned(ANA, Duration.ofHours(3));
    signInAsRecruiter();
    goTo("starts");
    filled(ANA);
    click("Plan it");
    assertThat(page()).contains("job-board has planned a start with this person for");
    assertThat(planned()).isEqualTo(1);
  }

  @Test
  void a_time_behind_is_refused_beside_its_field() {
    signInAsRecruiter();
    goTo("starts");
    filled(ANA);
    $(DateTimePicker.class).single().setValue(LocalDateTime.now().minusDays(1));
    click("Plan it");
    assertThat($(DateTimePicker.class).single().getErrorMessage()).contains("lies behind");
    assertThat(planned()).isZero();
  }

  @Test
  void another_time_is_planned_and_says_by_whom() {
    PlannedStart start = planned(ANA, Duration.ofHours(3));
    signInAsRecruiter();
    goTo("starts");
    click("Change time");
    LocalDateTime later = LocalDateTime.now().plusDays(2).truncatedTo(ChronoUnit.MINUTES);
    $(DateTimePicker.class).single().setValue(later);
    submit();

    assertThat(page()).contains("time changed by Rafael Lima");
    assertThat(starts.find(SampleJournal.ACCOUNT, start.id()).orElseThrow().at())
        .isAfter(start.at());
  }

  @Test
  void what_a_colleague_changed_meanwhile_is_told_before_anything_is_changed() {
    PlannedStart start = planned(ANA, Duration.ofHours(3));
    signInAsRecruiter();
    goTo("starts");
    click("Change time");
    Instant other = start.at().plus(Duration.ofHours(5));
    starts.change(SampleJournal.ACCOUNT, start.id(), other, new Editor("Camila Prado", null));
    $(DateTimePicker.class).single().setValue(LocalDateTime.now().plusDays(2));
    submit();

    assertThat(page()).contains("Camila Prado planned").contains("look at it again");
    assertThat(at(start)).isEqualTo(other);

    // Who has read it may change it all the same.
    submit();
    assertThat(at(start)).isAfter(other);
  }

  @Test
  void cancelling_asks_first_and_tells_of_what_was_changed_meanwhile() {
    PlannedStart start = planned(ANA, Duration.ofHours(3));
    signInAsRecruiter();
    goTo("starts");
    click("Cancel");
    assertThat($(ConfirmDialog.class).single().getElement().getProperty("message"))
        .containsPattern("would begin (at|tomorrow at|on) ");
    Instant other = start.at().plus(Duration.ofHours(5));
    starts.change(SampleJournal.ACCOUNT, start.id(), other, new Editor("Camila Prado", null));
    confirm();
    assertThat(told()).anyMatch(sentence -> sentence.startsWith("Camila Prado planned"));
    assertThat(planned()).isEqualTo(1);

    click("Cancel");
    confirm();
    assertThat(planned()).isZero();
    assertThat(page()).contains("0 to come", "Nothing is planned");
    past();
    assertThat(page()).contains("Ana Cancelled", "cancelled by Rafael Lima");
  }

  @Test
  void one_that_began_meanwhile_is_not_cancelled_and_that_is_told() {
    PlannedStart start = planned(ANA, Duration.ofHours(3));
    signInAsRecruiter();
    goTo("starts");
    click("Cancel");
    jdbc.sql("update planned_start set state = 'STARTED', settled_at = now() where id = ?")
        .param(start.id())
        .update();
    confirm();
    assertThat(told()).anyMatch(sentence -> sentence.startsWith("It has begun meanwhile"));
  }

  @Test
  void a_start_that_was_overtaken_says_why_and_leads_to_the_conversation() {
    PlannedStart start = planned(ANA, Duration.ofHours(3));
    var journey = journal.candidate("Ana").journey;
    jdbc.sql(
            """
            update planned_start set state = 'VOID', reason = 'wrote_first', settled_at = now(),
              journey_id = ? where id = ?
            """)
        .params(journey, start.id())
        .update();
    signInAsRecruiter();
    goTo("starts");
    past();
    assertThat(page())
        .contains("Ana Void")
        .contains("The candidate wrote first")
        .contains("Open the conversation");
  }

  @Test
  void one_whose_time_has_come_is_told_as_due() {
    PlannedStart start = planned(ANA, Duration.ofHours(3));
    jdbc.sql("update planned_start set at = now() - interval '1 second' where id = ?")
        .param(start.id())
        .update();
    signInAsRecruiter();
    goTo("starts");
    assertThat(page()).contains("Ana Due");
  }

  private void filled(String number) {
    click("Plan a conversation");
    phone(number);
    $(TextField.class).all().stream()
        .filter(field -> field.getLabel().startsWith("Name"))
        .findFirst()
        .orElseThrow()
        .setValue("Ana");
    $(TextArea.class).single().setValue("on our site, text v3");
    settle();
  }

  private void phone(String number) {
    settle();
    $(TextField.class).all().stream()
        .filter(field -> field.getLabel().equals("Phone"))
        .findFirst()
        .orElseThrow()
        .setValue(number);
    settle();
  }

  private void submit() {
    Button go =
        $(Button.class).all().stream()
            .filter(button -> button.getText().equals("Change"))
            .findFirst()
            .orElseThrow();
    ComponentUtil.fireEvent(go, new ClickEvent<>(go));
    settle();
  }

  private void confirm() {
    var dialog = $(ConfirmDialog.class).single();
    ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
    dialog.close();
    settle();
  }

  @SuppressWarnings("unchecked")
  private void past() {
    ((Select<Half>) $(Select.class).single()).setValue(Half.SETTLED);
    settle();
  }

  private PlannedStart planned(String number, Duration ahead) {
    return starts.plan(
        new StartWish(
            UUID.randomUUID(),
            SampleJournal.ACCOUNT,
            SampleJournal.NUMBER,
            null,
            phones.person(number, "Ana").orElseThrow(),
            Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS),
            "site",
            "job-board"));
  }

  private Instant at(PlannedStart start) {
    return starts.find(SampleJournal.ACCOUNT, start.id()).orElseThrow().at();
  }

  private long planned() {
    return jdbc.sql("select count(*) from planned_start where state = 'PLANNED'")
        .query(Long.class)
        .single();
  }
}
