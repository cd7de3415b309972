package io.talaria.journal.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is too much for WhatsApp, or for a journey, is refused with the line where it stands. */
class LimitsTest {
  /** Generous: a machine that does something else takes its time. */
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  @Test
  void two_thousand_steps_are_read_at_once() {
    long begun = System.nanoTime();

    Definition definition =
        DefinitionReader.read("long.yaml", LongDefinition.yaml(Limits.STEPS, "text"));

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
    assertThat(definition.answers()).hasSize(Limits.STEPS);
  }

  @Test
  void one_more_is_refused_where_it_stands() {
    String yaml = LongDefinition.yaml(Limits.STEPS + 1, "text");

    List<Mistake> mistakes = Slips.mistakes(yaml);

    int line = yaml.lines().toList().indexOf("      - ask: " + LongDefinition.id(Limits.STEPS)) + 1;
    assertThat(mistakes)
        .singleElement()
        .satisfies(
            mistake -> {
              assertThat(mistake.expected()).startsWith("at most 2000 steps in a definition");
              assertThat(mistake.line()).isEqualTo(line);
            });
  }

  @Test
  void what_was_published_before_a_limit_is_read_on() {
    String yaml = LongDefinition.yaml(Limits.STEPS + 1, "text");

    assertThat(DefinitionReader.published("long", yaml).answers()).hasSize(Limits.STEPS + 1);
  }

  @Test
  void a_file_of_more_than_three_million_characters_is_not_read() {
    String yaml = LongDefinition.yaml(1, "text") + "#".repeat(3 * 1024 * 1024);

    assertThat(Slips.mistakes(yaml))
        .extracting(Mistake::expected)
        .containsExactly("a file of at most 3145728 characters");
  }

  @Test
  void explored_questions_and_fields_of_forms_count_as_steps() {
    String form =
        """
              - form: details
                label: {en: Details}
                text: {en: Here}
                url: "https://forms.example/?c={token}"
                fields: [{id: shift, label: {en: Shift}}]
        """;

    assertThat(Slips.mistakes(LongDefinition.yaml(Limits.STEPS - 2, "text") + form)).isEmpty();
    assertThat(Slips.mistakes(LongDefinition.yaml(Limits.STEPS - 1, "text") + form)).hasSize(1);
  }

  @Test
  void two_thousand_mistakes_are_told_at_once() {
    String wrong =
        LongDefinition.yaml(Limits.STEPS, "text")
            .replace("when: {question: q", "when: {question: k");
    long begun = System.nanoTime();

    List<Mistake> mistakes = Slips.mistakes(wrong);

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
    assertThat(mistakes).hasSize(Limits.STEPS);
  }

  @Test
  void the_choice_of_none_of_the_jobs_is_a_row_of_24_characters() {
    String yaml = LongDefinition.yaml(1, "text");
    String farewell = "  farewell: {en: Thank you.}\n";

    assertThat(Slips.mistakes(yaml.replace(farewell, farewell + none("x".repeat(24))))).isEmpty();
    assertThat(Slips.mistakes(yaml.replace(farewell, farewell + none("x".repeat(25)))))
        .extracting(Mistake::expected)
        .containsExactly("a text of at most 24 characters");
  }

  private static String none(String text) {
    return "  none_of_these: {en: %s}\n".formatted(text);
  }

  @Test
  void a_text_must_fit_with_its_braces_filled_in() {
    String wait =
        """
              - wait: pause
                label: {en: Pause}
                text: {en: "%s {time}"}
                for: 3d
        """;
    String yaml = LongDefinition.yaml(1, "text");

    assertThat(Slips.mistakes(yaml + wait.formatted("x".repeat(4096 - 61)))).isEmpty();
    assertThat(Slips.mistakes(yaml + wait.formatted("x".repeat(4096 - 60))))
        .extracting(Mistake::expected)
        .containsExactly("a text of at most 4096 characters, braces filled in");
  }

  @Test
  void a_forms_text_must_leave_room_for_its_link() {
    String form =
        """
              - form: details
                label: {en: Details}
                text: {en: "%s"}
                url: "https://forms.example/?c={token}"
                fields: []
        """;
    int link = "https://forms.example/?c=".length() + Limits.TOKEN;
    String yaml = LongDefinition.yaml(1, "text");

    assertThat(Slips.mistakes(yaml + form.formatted("x".repeat(4095 - link)))).isEmpty();
    assertThat(Slips.mistakes(yaml + form.formatted("x".repeat(4096 - link)))).hasSize(1);
    assertThat(Slips.mistakes(yaml + form.formatted("x".repeat(4096 - link) + "{link}"))).isEmpty();
  }

  @Test
  void the_id_of_a_row_names_its_question_and_its_choice() {
    String list =
        """
              - ask: %s
                label: {en: List}
                text: {en: Which}
                answer: choice
                button: {en: Open}
                choices:
                  - {id: %s, title: {en: A}}
                  - {id: b, title: {en: B}}
                  - {id: c, title: {en: C}}
                  - {id: d, title: {en: D}}
        """;
    String yaml = LongDefinition.yaml(1, "text");

    assertThat(Slips.mistakes(yaml + list.formatted("q".repeat(100), "a".repeat(99)))).isEmpty();
    assertThat(Slips.mistakes(yaml + list.formatted("q".repeat(100), "a".repeat(100))))
        .extracting(Mistake::expected)
        .containsExactly("ids of a question and its choice of less than 200 characters together");
  }
}
