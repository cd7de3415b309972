package io.talaria.dev.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  @Test
  void nothing_asked_means_the_usual_ports_and_people() {
    Options options = Options.parse(List.of());
    assertThat(options.ports()).isEqualTo(Ports.DEFAULT);
    assertThat(options.seed()).isTrue();
    assertThat(options.fresh()).isFalse();
    assertThat(options.hour()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"5s,PT5S", "500ms,PT0.5S", "2m,PT2M", "1h,PT1H", "PT30S,PT30S"})
  void an_hour_may_last_as_long_as_one_likes(String text, Duration expected) {
    assertThat(Options.parse(List.of("--hour", text)).hour()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--hour soon | --hour expects a duration, such as 5s or 2m, not soon",
        "--hour 0s | --hour expects more than nothing",
        "--ports many | --ports expects a number, such as 9000, not many",
        "--ports 80 | --ports expects a number from 1024 to 65513",
        "--ports | --ports expects a value",
        "--frsh | --frsh is no option of up; temporal-dev/up --help lists them"
      })
  void what_is_wrong_is_told(String line, String sentence) {
    assertThatThrownBy(() -> Options.parse(List.of(line.split(" "))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }
}
