package io.talaria.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

  @Test
  void every_language_has_every_word_with_the_same_parameters() {
    ResourceBundle english = bundle(Locale.ENGLISH);
    for (Locale language : Words.LANGUAGES) {
      ResourceBundle other = bundle(language);
      assertThat(other.keySet()).as(language.toString()).isEqualTo(english.keySet());
      for (String key : english.keySet()) {
        assertThat(parameters(other.getString(key)))
            .as(language + " " + key)
            .isEqualTo(parameters(english.getString(key)));
      }
    }
  }

  @Test
  void one_has_a_form_of_its_own_where_there_is_one() {
    var words = new Words(Locale.ENGLISH);
    assertThat(words.say("queue.moved", "n", 1)).isEqualTo("1 conversation moved up · Show");
    assertThat(words.say("queue.moved", "n", 2)).isEqualTo("2 conversations moved up · Show");
    var brazil = new Words(Locale.forLanguageTag("pt-BR"));
    assertThat(brazil.say("listings.import.created", "n", "1")).isEqualTo("1 nova");
    assertThat(brazil.say("back", "n", 1, "t", "10:42:07")).startsWith("Conectado de novo. 1 nova");
  }

  /** The names that settings have stay in the English sentences alone. */
  @Test
  void a_numbers_phase_is_called_in_the_readers_language() {
    for (Locale language : Words.LANGUAGES.subList(1, Words.LANGUAGES.size())) {
      ResourceBundle bundle = bundle(language);
      assertThat(bundle.getString("watched.OBSERVE")).doesNotContain("(observe)");
      assertThat(bundle.getString("watched.ALERT")).doesNotContain("(alert)");
    }
  }

  @Test
  void a_score_reads_as_numbers_do_in_the_language() {
    assertThat(new Words(Locale.ENGLISH).score(0.6)).isEqualTo("0.60");
    assertThat(new Words(Locale.forLanguageTag("pt-BR")).score(0.6)).isEqualTo("0,60");
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle(
        "words.console",
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static TreeSet<String> parameters(String text) {
    var found = new TreeSet<String>();
    PARAMETER.matcher(text).results().forEach(match -> found.add(match.group()));
    return found;
  }
}
