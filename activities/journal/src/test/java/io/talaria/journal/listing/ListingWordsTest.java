package io.talaria.journal.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"_pt_BR", "_es"})
  void the_three_languages_have_the_same_keys_and_name_the_same_values(String language)
      throws IOException {
    Properties english = words("");
    Properties other = words(language);
    assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(values(other.getProperty(key)))
          .as(key)
          .isEqualTo(values(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @EnumSource(Reason.Code.class)
  void every_reason_has_a_sentence(Reason.Code code) throws IOException {
    assertThat(words("").getProperty("reason." + code)).isNotBlank();
  }

  private static String values(String sentence) {
    return sentence
        .replaceAll("[^{}0-9]|(?<!\\{)\\d(?!})", "")
        .chars()
        .sorted()
        .mapToObj(Character::toString)
        .toList()
        .toString();
  }

  private static Properties words(String language) throws IOException {
    var properties = new Properties();
    try (var file =
        ListingWordsTest.class.getResourceAsStream("/listing/words" + language + ".properties")) {
      properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
