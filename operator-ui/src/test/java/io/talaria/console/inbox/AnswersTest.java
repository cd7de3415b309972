package io.talaria.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.console.ConsoleTest;
import io.talaria.journal.SampleJournal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Answers on the card and in the talk, as people read them. */
class AnswersTest extends ConsoleTest {
  @BeforeEach
  void sign_in() {
    jdbc.sql("delete from definition_version").update();
    signInAsRecruiter();
  }

  @Test
  void a_day_is_told_as_the_reader_writes_it_and_everything_in_the_order_of_the_questions()
      throws IOException {
    SampleJournal.Candidate caio = candidateOf("graduates");
    caio.answers(
        Map.of("free_from", "2027-03-31", "field", "unsure", "job", "none", "course", "Letras"));
    goTo("inbox/" + caio.id);

    assertThat(page())
        .contains(
            "Course Letras Free from 31 Mar 2027 Kind of work doesn't know yet Job none of these");
  }

  @Test
  void pictures_are_counted_and_a_form_came_without_a_raw_id() throws IOException {
    SampleJournal.Candidate bia = candidateOf("modelling-agency");
    UUID one = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    bia.answers(Map.of("portraits", one + " " + other, "details", "received", "height_cm", "174"));
    bia.fills("details", Map.of("height_cm", "174"), null, Duration.ofMinutes(5));
    goTo("inbox/" + bia.id);

    assertThat(page())
        .contains("Photos 2 pictures, in the conversation")
        .contains("Details form received Height in cm 174")
        .contains("Filled in the form “Details form” Height in cm 174")
        .doesNotContain(one.toString(), "height_cm");

    bia.answers(Map.of("portraits", one.toString()));
    goTo("inbox");
    goTo("inbox/" + bia.id);
    assertThat(page()).contains("Photos 1 picture, in the conversation");
  }

  @Test
  void an_interview_that_the_candidate_cancelled_is_told_as_that() throws IOException {
    SampleJournal.Candidate ana = candidateOf("multi-channel-agency");
    ana.answers(Map.of("talk", "cancelled"));
    goTo("inbox/" + ana.id);

    assertThat(page()).contains("First talk cancelled by the candidate");
  }

  private SampleJournal.Candidate candidateOf(String definition) throws IOException {
    jdbc.sql(
            "insert into definition_version (account_id, name, plan, text_revision, yaml,"
                + " plan_hash, text_hash) values (?, ?, 1, 0, ?, '', '')")
        .params(
            SampleJournal.ACCOUNT,
            definition,
            new ClassPathResource("definitions/" + definition + ".yaml")
                .getContentAsString(StandardCharsets.UTF_8))
        .update();
    return journal
        .candidate("Ana Souza")
        .says("oi", Duration.ofHours(2))
        .journey("definition_name = '%s'".formatted(definition));
  }
}
