package io.talaria.journal.definition;

import java.util.List;

/** Reads an approved template: the only thing that reaches a candidate whose window is closed. */
final class TemplateReader {
  private static final List<String> CATEGORIES = List.of("utility", "marketing");

  private TemplateReader() {}

  static Definition.Template read(Place place, Translations translations) {
    return read(place, translations, Filling.NONE);
  }

  static Definition.Template read(Place place, Translations translations, Filling filling) {
    Keys keys = place.keys("a template", List.of("name", "text"), List.of("category"));
    return new Definition.Template(
        keys.at("name").id("a template's name", "come_back"),
        translations.read(keys.at("text"), "a template's text", Limits.BUTTONS_BODY, filling),
        keys.maybe("category")
            .map(category -> category.word("a template's category", CATEGORIES))
            .orElse(null));
  }
}
