package io.talaria.dev.examplebot;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** What the dispatcher tells apart, by words in three languages. */
enum Intent {
  ASK_ABOUT_PAY(
      "how much", "salary", "pay", "salario", "quanto paga", "cuanto pagan", "sueldo", "ganha"),
  COMPLAIN("ridiculous", "absurd", "absurdo", "terrible", "pessimo", "pesimo", "angry"),
  GIVE_UP("not interested", "nao tenho interesse", "no me interesa", "desisto"),
  ANSWER;

  private final List<String> words;

  Intent(String... words) {
    this.words = List.of(words);
  }

  static Intent of(String text) {
    String folded = folded(text);
    for (Intent intent : values()) {
      if (intent.words.stream().anyMatch(folded::contains)) {
        return intent;
      }
    }
    return ANSWER;
  }

  /** Without case and accents. */
  static String folded(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "");
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
