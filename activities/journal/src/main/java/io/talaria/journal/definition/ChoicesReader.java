package io.talaria.journal.definition;

import io.talaria.journal.definition.Answer.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the choices of a question: what they are called, and which words mean them. */
final class ChoicesReader {
  private final Translations translations;
  private final References references;

  /** Where the words stand that mean a choice too. */
  private record Word(Place place, String folded, String choice) {}

  ChoicesReader(Translations translations, References references) {
    this.translations = translations;
    this.references = references;
  }

  Answer read(String question, Keys keys) {
    if (!keys.has("choices")) {
      keys.here().mistake("the key `choices` of a question", "choices: …", "none");
    }
    List<Place> places = keys.at("choices").list("choices", "- id: backend", 2, Limits.ROWS);
    boolean buttons = places.size() <= Limits.BUTTONS;
    int limit = buttons ? Limits.BUTTON_TITLE : Limits.ROW_TITLE;
    var ids = new LinkedHashMap<String, Place>();
    var options = new ArrayList<Option>();
    var titles = new ArrayList<Titles.Title>();
    var words = new ArrayList<Word>();
    for (Place place : places) {
      Keys option = place.keys("a choice", List.of("id", "title"), List.of("also"));
      String id = option.at("id").id("a choice's id", "backend");
      if (!id.isEmpty() && ids.putIfAbsent(id, option.at("id")) != null) {
        option.at("id").mistake("each choice's id once", "frontend", "`" + id + "` again");
      }
      if (!buttons) {
        together(question, id, option.at("id"));
      }
      Titles.Title title = translations.title(option.at("title"), "a choice's title", limit);
      titles.add(title);
      List<Word> also = also(option, id);
      words.addAll(also);
      options.add(new Option(id, title.text(), also.stream().map(Word::folded).toList()));
    }
    Titles.inOneMessage(titles);
    meanOne(words, options);
    references.offers(question, ids);
    return new Answer.OneOf(List.copyOf(options), buttons ? noButton(keys) : button(keys));
  }

  private static void together(String question, String id, Place place) {
    int together = question.length() + 1 + id.length();
    if (together > Limits.ROW_ID) {
      place.mistake(
          "ids of a question and its choice of less than %d characters together"
              .formatted(Limits.ROW_ID),
          "frontend",
          "%d characters".formatted(together - 1));
    }
  }

  private static List<Word> also(Keys option, String choice) {
    return option
        .maybe("also")
        .map(
            also ->
                also.list("words", "[back end]", 1, 30).stream()
                    .map(p -> new Word(p, Folded.of(p.text("a word", "back end", 60)), choice))
                    .toList())
        .orElse(List.of());
  }

  /** A word that means two choices would mean the first of them, whatever the candidate meant. */
  private static void meanOne(List<Word> words, List<Option> options) {
    var meant = new HashMap<String, String>();
    for (Option option : options) {
      option.title().byLanguage().values().stream()
          .map(Folded::of)
          .forEach(title -> meant.putIfAbsent(title, option.id()));
    }
    for (Word word : words) {
      String other = meant.putIfAbsent(word.folded(), word.choice());
      if (other != null && !other.equals(word.choice()) && !word.folded().isEmpty()) {
        word.place()
            .mistake(
                "words that mean one choice only",
                "another word",
                "%s, which means %s".formatted(word.place().found(), other));
      }
    }
  }

  private static @Nullable Localized noButton(Keys keys) {
    keys.maybe("button")
        .ifPresent(p -> p.mistake("no button with up to three choices", "choices: …", "one"));
    return null;
  }

  private Localized button(Keys keys) {
    if (!keys.has("button")) {
      keys.here().mistake("the key `button` of a question", "button: …", "none");
    }
    return translations.read(keys.at("button"), "the list's button", Limits.BUTTON_TITLE);
  }
}
