package io.talaria.journal.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads texts that must be there in every language of the definition. */
final class Translations {
  private final List<String> languages;

  Translations(List<String> languages) {
    this.languages = languages;
  }

  List<String> languages() {
    return languages;
  }

  /** A text in each language, none longer than {@code limit} UTF-16 units. */
  Localized read(Place place, String what, int limit) {
    Map<String, Place> found = place.translated(what, languages, limit).all();
    var texts = new LinkedHashMap<String, String>();
    for (String language : languages) {
      Place text = found.get(language);
      texts.put(language, text == null ? "" : text.text("a text", "Hello", limit));
    }
    return new Localized(texts);
  }
}
