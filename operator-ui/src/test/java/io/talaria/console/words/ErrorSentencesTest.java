package io.talaria.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.send.ErrorTable;
import io.talaria.journal.send.Treatment;
import io.talaria.port.BotFault;
import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class ErrorSentencesTest {
  @Test
  void every_known_error_has_its_sentence_in_every_language() {
    assertThat(ErrorTable.codes()).hasSizeGreaterThan(60);
    for (Locale language : Words.LANGUAGES) {
      var words = new Words(language);
      for (int code : ErrorTable.codes()) {
        assertThat(said(words, ErrorTable.sentence(code))).as(language + " " + code).isNotBlank();
      }
      for (Treatment treatment : Treatment.values()) {
        assertThat(said(words, "send.refused." + treatment.name().toLowerCase(Locale.ROOT)))
            .as(language + " " + treatment)
            .isNotBlank();
      }
    }
  }

  @Test
  void every_fault_of_a_bot_from_outside_has_its_sentence_in_every_language() {
    for (Locale language : Words.LANGUAGES) {
      var words = new Words(language);
      for (BotFault fault : BotFault.values()) {
        assertThat(said(words, "needs." + fault.needsHuman()))
            .as(language + " " + fault)
            .isNotBlank();
      }
    }
  }

  private static String said(Words words, String key) {
    try {
      return words.say(key);
    } catch (MissingResourceException none) {
      return "";
    }
  }
}
