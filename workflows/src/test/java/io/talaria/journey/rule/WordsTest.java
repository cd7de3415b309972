package io.talaria.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.definition.Plan;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private static final Plan.Times TIMES =
      new Plan.Times(
          Duration.ofSeconds(4),
          Duration.ofSeconds(8),
          List.of(),
          Duration.ofHours(24),
          Duration.ofMinutes(15),
          Duration.ofDays(7),
          Duration.ofDays(30),
          null);
  private static final Plan PLAN =
      new Plan(
          "d",
          1,
          List.of(),
          List.of("en"),
          new Plan.Words(List.of("stop", "parar"), List.of("pessoa", "human")),
          TIMES,
          false);

  @ParameterizedTest
  @ValueSource(strings = {"STOP", " stop. ", "Parar!", "PARAR"})
  void stop_words_work_in_any_dress(String text) {
    assertThat(Words.isStop(text, PLAN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"non-stop work", "quero parar de trabalhar lá", "stopped", ""})
  void a_word_inside_a_sentence_is_no_command(String text) {
    assertThat(Words.isStop(text, PLAN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pessoa", "Quero falar com uma pessoa!", "human, please"})
  void a_person_is_asked_for_in_a_short_text(String text) {
    assertThat(Words.asksForPerson(text, PLAN)).isTrue();
  }

  @Test
  void a_long_text_about_persons_is_an_answer() {
    String story =
        "Sou uma pessoa muito organizada que gosta de resolver problemas difíceis em time";
    assertThat(Words.asksForPerson(story, PLAN)).isFalse();
  }

  @Test
  void the_typing_pause_is_a_rule() {
    assertThat(pause(Kind.CHOICE, "Java")).isEqualTo(Duration.ZERO);
    assertThat(pause(Kind.TEXT, "Sou a Ana")).isEqualTo(TIMES.typingPause());
    assertThat(pause(Kind.TEXT, "Sou a Ana,")).isEqualTo(TIMES.longTypingPause());
    assertThat(pause(Kind.TEXT, "Trabalho com Java e")).isEqualTo(TIMES.longTypingPause());
    assertThat(pause(Kind.FORM, "")).isEqualTo(Duration.ZERO);
    assertThat(pause(Kind.PHOTO, "")).isEqualTo(TIMES.longTypingPause());
    assertThat(pause(Kind.DOCUMENT, "")).isEqualTo(TIMES.typingPause());
  }

  @Test
  void what_a_message_waited_before_counts_as_pause() {
    MessageReceived message = message(Kind.TEXT, "Sou a Ana");
    Duration second = Duration.ofSeconds(1);

    assertThat(pause(message.after(second))).isEqualTo(TIMES.typingPause().minus(second));
    assertThat(pause(message.after(TIMES.typingPause().plus(second)))).isEqualTo(Duration.ZERO);
  }

  private static Duration pause(Kind kind, String text) {
    return pause(message(kind, text));
  }

  private static Duration pause(MessageReceived message) {
    return TypingPause.after(List.of(message), TIMES);
  }

  private static MessageReceived message(Kind kind, String text) {
    return new MessageReceived(UUID.randomUUID(), 1, Instant.EPOCH, kind, text, null, "n");
  }
}
