package io.talaria.journal.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the questions that candidates ask again and again, with what the bot answers. */
final class FaqReader {
  private FaqReader() {}

  static List<Definition.Faq> read(@Nullable Place place, Translations translations) {
    return place == null
        ? List.of()
        : place.list("frequent questions", "- id: salary", 1, 100).stream()
            .map(entry -> faq(entry, translations))
            .toList();
  }

  private static Definition.Faq faq(Place place, Translations translations) {
    Keys keys = place.keys("a frequent question", List.of("id", "words", "answer"), List.of());
    return new Definition.Faq(
        keys.at("id").id("a frequent question's id", "salary"),
        keys.at("words").list("words", "[how much]", 1, 100).stream()
            .map(word -> Folded.of(word.text("a word", "how much", 80)))
            .filter(word -> !word.isEmpty())
            .distinct()
            .toList(),
        translations.read(keys.at("answer"), "an answer", Limits.BUTTONS_BODY));
  }
}
