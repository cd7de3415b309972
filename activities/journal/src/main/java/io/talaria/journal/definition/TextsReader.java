package io.talaria.journal.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what the bot says at any stage. */
final class TextsReader {
  private static final List<String> KEYS =
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
          "farewell",
          "nudges");

  /** Needed by some kinds of questions only; a question's own `hint` goes before. */
  private static final List<String> MORE =
      List.of(
          "date_hint",
          "past_hint",
          "future_hint",
          "email_hint",
          "phone_hint",
          "document_hint",
          "photo_hint",
          "form_hint",
          "none_of_these",
          "follow_up_agreed",
          "follow_up");

  private TextsReader() {}

  /**
   * @param nudges how many reminders the definition's times have
   */
  static Definition.Texts read(Place place, Translations translations, int nudges) {
    Keys keys = place.keys("texts", KEYS, MORE);
    var more = new LinkedHashMap<String, Localized>();
    MORE.forEach(key -> keys.maybe(key).ifPresent(p -> more.put(key, more(p, key, translations))));
    List<Place> reminders = keys.at("nudges").list("texts, one for each nudge", "- en: …", 0, 10);
    if (keys.has("nudges") && reminders.size() != nudges) {
      keys.at("nudges")
          .mistake(
              "%d texts, one for each time in times.nudges".formatted(nudges),
              "- en: …",
              reminders.size() + " texts");
    }
    return new Definition.Texts(
        text(keys, "greeting", translations),
        text(keys, "disclosure", translations),
        text(keys, "not_understood", translations),
        text(keys, "choose_hint", translations),
        text(keys, "number_hint", translations),
        text(keys, "person_called", translations),
        text(keys, "opted_out", translations),
        text(keys, "unsupported", translations),
        text(keys, "language_changed", translations),
        text(keys, "resume", translations),
        text(keys, "farewell", translations),
        reminders.stream()
            .map(reminder -> translations.read(reminder, "a nudge", Limits.BODY))
            .toList(),
        Map.copyOf(more));
  }

  private static Localized more(Place place, String key, Translations translations) {
    String what = "the text `%s`".formatted(key);
    return switch (key) {
      // The choice of none of the jobs is a row like theirs.
      case "none_of_these" -> translations.title(place, what, Limits.ROW_TITLE).text();
      case "follow_up_agreed" ->
          translations.read(place, what, Limits.BUTTONS_BODY, Filling.MOMENT);
      default -> translations.read(place, what, Limits.BUTTONS_BODY);
    };
  }

  private static Localized text(Keys keys, String key, Translations translations) {
    return translations.read(keys.at(key), "the text `%s`".formatted(key), Limits.BODY);
  }
}
