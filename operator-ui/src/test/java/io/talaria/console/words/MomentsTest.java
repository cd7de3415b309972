package io.talaria.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MomentsTest {
  /** Without summer time, so that every day has each of its hours once. */
  private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

  @Test
  void a_time_inside_a_sentence_needs_no_word_before_it() {
    LocalDate today = LocalDate.now(ZONE);
    assertThat(english().at(on(today))).isEqualTo("at 10:42");
    assertThat(portuguese().at(on(today))).isEqualTo("às 10:42");
    assertThat(spanish().at(on(today))).isEqualTo("a las 10:42");
    assertThat(portuguese().at(on(today.plusDays(1)))).isEqualTo("amanhã às 10:42");
  }

  @Test
  void a_time_of_another_day_names_the_day() {
    Instant then = on(LocalDate.of(2025, 3, 4));
    assertThat(english().at(then)).isEqualTo("on 4 Mar 2025 at 10:42");
    assertThat(portuguese().at(then)).isEqualTo("em 4 mar. 2025, às 10:42");
    assertThat(spanish().at(then)).isEqualTo("el 4 mar 2025 a las 10:42");
  }

  private static Instant on(LocalDate day) {
    return day.atTime(10, 42).atZone(ZONE).toInstant();
  }

  private static Moments english() {
    return new Moments(new Words(Locale.ENGLISH), ZONE);
  }

  private static Moments portuguese() {
    return new Moments(new Words(Locale.forLanguageTag("pt-BR")), ZONE);
  }

  private static Moments spanish() {
    return new Moments(new Words(Locale.forLanguageTag("es")), ZONE);
  }
}
