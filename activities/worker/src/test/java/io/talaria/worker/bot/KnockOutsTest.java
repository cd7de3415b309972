package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.Ending;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnockOutsTest {
  private static final String FORM_RULE =
      """
      valid: 14d
              knock_out:
                - when: {question: city, is: Atlantis}
                  reason: too_far
                  text: {en: Thank you., pt-BR: Obrigado., es: Gracias.}
      """;

  private static AtQuestion permit(String language) {
    return AtQuestion.mayWork(language);
  }

  @ParameterizedTest
  @CsvSource({
    "pt-BR, 'não preciso, sou brasileiro'",
    "pt-BR, 'Não, sou estudante'",
    "pt-BR, no Brasil todo",
    "pt-BR, a segunda",
    "en, 'No, I don''t need one'",
    "es, no lo necesito"
  })
  void whoever_may_mean_something_else_is_asked_again_with_the_choices(
      String language, String text) {
    Proposal proposal = permit(language).says(text);

    assertThat(proposal.ending()).isNull();
    assertThat(proposal.answers()).isEmpty();
    assertThat(proposal.misses()).isEqualTo(1);
    assertThat(proposal.step()).isEqualTo("permit");
    assertThat(proposal.messages().getLast()).isInstanceOf(Outbound.Buttons.class);
  }

  @Test
  void who_is_not_understood_twice_is_seen_by_a_person_and_not_rejected() {
    Proposal proposal = permit("pt-BR").after(1).says("não preciso, sou brasileiro");

    assertThat(proposal.ending()).isNull();
    assertThat(proposal.needsHuman()).isEqualTo("not_understood");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Não", "não.", "não, obrigada", "2"})
  void a_plain_answer_rules_out(String text) {
    assertThat(permit("pt-BR").says(text).reason()).isEqualTo("no_work_permit");
  }

  @Test
  void two_bubbles_are_read_together() {
    assertThat(permit("pt-BR").says("não", "preciso, sou brasileiro").ending()).isNull();
  }

  @Test
  void a_tap_rules_out() {
    assertThat(permit("pt-BR").taps("permit:not_permitted", "Não").ending())
        .isEqualTo(Ending.REJECTED);
  }

  @Test
  void a_number_in_a_sentence_rules_nobody_out() {
    AtQuestion experience =
        AtQuestion.of(
            "tech-hiring",
            "pt-BR",
            "experience",
            yaml ->
                yaml.replace(
                    "max: 60\n",
                    "max: 60\n        knock_out: [{when: {question: experience, at_most: 2}, reason: junior,"
                        + " text: {en: Bye., pt-BR: Tchau., es: Adiós.}}]\n"));

    assertThat(experience.says("há 2 na área de dados").ending()).isNull();
    assertThat(experience.says("tenho 2 anos").reason()).isEqualTo("junior");
    assertThat(experience.says("2").reason()).isEqualTo("junior");
    assertThat(experience.says("há 5 na área de dados").answers()).containsEntry("experience", "5");
  }

  @Test
  void an_answer_that_is_changed_by_an_old_button_rules_out_as_at_first() {
    AtQuestion named =
        AtQuestion.of("modelling-agency", "en", "model_name").knowing(Map.of("adult", "of_age"));

    Proposal out = named.taps("adult:minor", "Not yet");

    assertThat(out.reason()).isEqualTo("under_age");
    assertThat(out.ending()).isEqualTo(Ending.REJECTED);
    assertThat(out.answers()).containsExactly(Map.entry("adult", "minor"));
    assertThat(out.messages().getLast().body()).contains("people from 18 on");
    assertThat(out.decision().rule()).isEqualTo("welcome › adult: changed: under_age");
    assertThat(named.taps("adult:of_age", "Yes, I am").ending()).isNull();
  }

  @Test
  void an_old_button_counts_although_something_was_written_after_it() {
    AtQuestion named =
        AtQuestion.of("modelling-agency", "en", "model_name").knowing(Map.of("adult", "of_age"));

    assertThat(
            named
                .sends(AtQuestion.tap("adult:minor", "Not yet"), AtQuestion.text("Zoe Miller"))
                .reason())
        .isEqualTo("under_age");
    Proposal goesOn =
        named.sends(AtQuestion.tap("adult:of_age", "Yes, I am"), AtQuestion.text("Zoe Miller"));
    assertThat(goesOn.answers())
        .containsExactlyInAnyOrderEntriesOf(Map.of("adult", "of_age", "model_name", "Zoe Miller"));
    assertThat(goesOn.step()).isEqualTo("details");
  }

  @Test
  void a_changed_answer_rules_out_by_a_later_question_that_it_decides() {
    AtQuestion named =
        AtQuestion.of(
                "multi-channel-agency",
                "en",
                "call_at",
                yaml ->
                    yaml.replace(
                        "- when: {question: permit, is: not_permitted}\n            reason: no_work_permit",
                        "- when: {all: [{question: permit, is: not_permitted}, {question: purpose, is: alert}]}\n"
                            + "            reason: no_work_permit"))
            .knowing(Map.of("purpose", "job", "permit", "not_permitted"));

    assertThat(named.taps("purpose:alert", "Tell me when it opens").reason())
        .isEqualTo("no_work_permit");
    assertThat(named.taps("purpose:job", "I look for a job").ending()).isNull();
  }

  @Test
  void a_form_rules_out_also_while_another_question_is_open() {
    AtQuestion photos =
        AtQuestion.of(
            "modelling-agency",
            "en",
            "portraits",
            yaml -> yaml.replaceFirst("valid: 14d\n", FORM_RULE));

    Proposal out = photos.sends(AtQuestion.form("details", Map.of("city", "Atlantis")));
    assertThat(out.reason()).isEqualTo("too_far");
    assertThat(out.answers()).containsEntry("city", "Atlantis");
    assertThat(photos.sends(AtQuestion.form("details", Map.of("city", "Recife"))).ending())
        .isNull();
  }
}
