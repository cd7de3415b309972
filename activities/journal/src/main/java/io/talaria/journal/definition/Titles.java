package io.talaria.journal.definition;

import io.talaria.definition.Plan;
import io.talaria.journey.rule.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What stands on buttons and rows: a tap says the title, as if it had been written. */
final class Titles {
  private final List<Title> all = new ArrayList<>();

  /**
   * @param places of the text in each language
   */
  record Title(Localized text, Map<String, Place> places) {}

  Title add(Localized text, Map<String, Place> places) {
    var title = new Title(text, places);
    all.add(title);
    return title;
  }

  /**
   * Notes a mistake for each title that stands in one message twice: WhatsApp refuses two buttons
   * of the same title, and nobody can tell two rows apart.
   */
  static void inOneMessage(Title... titles) {
    inOneMessage(List.of(titles));
  }

  static void inOneMessage(List<Title> titles) {
    var seen = new HashSet<String>();
    for (Title title : titles) {
      title
          .places()
          .forEach(
              (language, place) -> {
                String text = title.text().byLanguage().getOrDefault(language, "");
                if (!text.isEmpty() && !seen.add(language + " " + text.toLowerCase(Locale.ROOT))) {
                  place.mistake(
                      "each title once in a message", text + " 2", place.found() + " again");
                }
              });
    }
  }

  /** Notes a mistake for each title by whose tap the candidate would stop everything, or object. */
  void check(Plan plan) {
    for (Title title : all) {
      title.places().forEach((language, place) -> check(title, language, place, plan));
    }
  }

  private static void check(Title title, String language, Place place, Plan plan) {
    String text = title.text().byLanguage().getOrDefault(language, "");
    if (text.isEmpty()) {
      return;
    }
    if (Words.isStop(text, plan)) {
      place.mistake(
          "a title that isn't one of words.stop, since a tap on it would end the journey",
          "other words",
          place.found());
    } else if (Words.objects(text, plan)) {
      place.mistake(
          "a title that isn't one of words.objection, since a tap on it would call a person",
          "other words",
          place.found());
    }
  }
}
