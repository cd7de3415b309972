package io.talaria.journal.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads texts that must be there in every language of the definition. */
final class Translations {
  private final List<String> languages;
  private final Titles titles = new Titles();

  Translations(List<String> languages) {
    this.languages = languages;
  }

  List<String> languages() {
    return languages;
  }

  /** What candidates may tap. */
  Titles titles() {
    return titles;
  }

  /** A text in each language, none longer than {@code limit} UTF-16 units. */
  Localized read(Place place, String what, int limit) {
    return read(place, what, limit, Filling.NONE);
  }

  /** The same of a text that must still fit with what its braces are filled with. */
  Localized read(Place place, String what, int limit, Filling filling) {
    return read(place.translated(what, languages, limit).all(), limit, filling);
  }

  /** The title of a button or of a row, which candidates tap. */
  Titles.Title title(Place place, String what, int limit) {
    Map<String, Place> found = place.translated(what, languages, limit).all();
    return titles.add(read(found, limit, Filling.NONE), found);
  }

  private Localized read(Map<String, Place> found, int limit, Filling filling) {
    var texts = new LinkedHashMap<String, String>();
    for (String language : languages) {
      Place text = found.get(language);
      String read = text == null ? "" : text.text("a text", "Hello", limit);
      if (text != null) {
        filling.check(text, read);
      }
      if (text != null && read.length() <= limit && filling.length(read) > limit) {
        text.mistake(
            "a text of at most %d characters, braces filled in".formatted(limit),
            "Hello",
            "up to %d characters".formatted(filling.length(read)));
      }
      texts.put(language, read);
    }
    return new Localized(texts);
  }
}
