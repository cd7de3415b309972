package io.talaria.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MomentFieldTest {
  @Test
  void the_calendar_speaks_the_readers_language() {
    var brazil = field("pt-BR").getDatePickerI18n();
    assertThat(brazil.getMonthNames()).startsWith("janeiro").hasSize(12);
    assertThat(brazil.getWeekdays()).startsWith("domingo").hasSize(7);
    assertThat(brazil.getWeekdaysShort().getFirst()).startsWith("dom");
    assertThat(brazil.getToday()).isEqualTo("Hoje");
    assertThat(field("es").getDatePickerI18n().getMonthNames()).startsWith("enero");
  }

  @Test
  void the_week_begins_where_it_does_there() {
    assertThat(field("pt-BR").getDatePickerI18n().getFirstDayOfWeek()).isZero();
    assertThat(field("en").getDatePickerI18n().getFirstDayOfWeek()).isEqualTo(1);
  }

  private static MomentField field(String language) {
    return new MomentField(new Words(Locale.forLanguageTag(language)), "when");
  }
}
