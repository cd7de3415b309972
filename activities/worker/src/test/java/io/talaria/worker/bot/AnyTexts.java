package io.talaria.worker.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a definition that nobody has thought of says, in each of its languages. */
final class AnyTexts {
  /** What fills a text up to its limit. */
  static final String FILLING = " and so on";

  private static final List<String> PLAIN =
      List.of(
          "greeting",
          "disclosure",
          "not_understood",
          "choose_hint",
          "number_hint",
          "person_called",
          "opted_out",
          "unsupported",
          "language_changed",
          "resume",
          "farewell");
  private static final List<String> MORE =
      List.of("date_hint", "past_hint", "email_hint", "photo_hint", "form_hint", "follow_up");

  private final List<String> languages;

  AnyTexts(List<String> languages) {
    this.languages = languages;
  }

  /** The same words in each language. */
  String of(String words) {
    return languages.stream()
        .map(language -> "%s: \"%s\"".formatted(language, words))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** Words up to this length, ending with these. */
  String full(String words, String end, int limit) {
    int room = limit - words.length() - end.length();
    String filling = FILLING.repeat(room / FILLING.length() + 1).substring(0, room);
    return of(words + filling + end);
  }

  List<String> words(boolean unsure) {
    var lines = new ArrayList<String>();
    lines.add("words:");
    lines.add("  stop: [parar, stop]");
    lines.add("  person: [pessoa, person]");
    lines.add("  objection: [quero revisão humana]");
    if (unsure) {
      lines.add("  unsure: [não sei]");
    }
    String named =
        languages.stream()
            .map(language -> language + ": [" + name(language) + "]")
            .collect(Collectors.joining(", ", "{", "}"));
    lines.add("  language: " + named);
    return lines;
  }

  private static String name(String language) {
    return switch (language) {
      case "en" -> "english";
      case "es" -> "español";
      default -> "português";
    };
  }

  List<String> all(int nudges, Dice dice) {
    var lines = new ArrayList<String>();
    lines.add("texts:");
    PLAIN.forEach(key -> lines.add("  %s: %s".formatted(key, of(key))));
    String each =
        IntStream.range(0, nudges)
            .mapToObj(n -> of("nudge " + (n + 1)))
            .collect(Collectors.joining(", ", "[", "]"));
    lines.add("  nudges: " + each);
    MORE.stream()
        .filter(key -> dice.once(2))
        .forEach(key -> lines.add("  %s: %s".formatted(key, of(key))));
    if (dice.once(2)) {
      lines.add("  none_of_these: " + of("None of these"));
    }
    if (dice.once(2)) {
      lines.add("  follow_up_agreed: " + of("Until {time}."));
    }
    return lines;
  }
}
