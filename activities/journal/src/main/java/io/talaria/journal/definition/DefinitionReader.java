package io.talaria.journal.definition;

import io.talaria.definition.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a definition from YAML and tells every mistake with its line. */
public final class DefinitionReader {
  private static final List<String> KEYS =
      List.of("definition", "languages", "countries", "times", "words", "texts", "stages");

  private DefinitionReader() {}

  /**
   * Reads a definition; its plan has number 0 until it is published.
   *
   * @param file its name, for messages
   * @throws InvalidDefinition with every mistake that was found
   */
  public static Definition read(String file, String yaml) {
    return read(new Page(file), yaml);
  }

  static Definition read(Page page, String yaml) {
    Definition definition = read(root(page, yaml));
    page.check();
    return definition;
  }

  /**
   * Reads what was published. It was right by the rules of that day, and conversations go on by it:
   * what a later build would refuse is no reason to leave them.
   *
   * @throws InvalidDefinition when it isn't YAML
   */
  static Definition published(String name, String yaml) {
    return read(root(new Page(name), yaml));
  }

  private static Place root(Page page, String yaml) {
    return page.compose(yaml, "a definition", "definition: tech-hiring");
  }

  private static Definition read(Place root) {
    Keys keys =
        root.keys(
            "a definition",
            KEYS,
            List.of("bot", "template", "opening", "faq", "review", "high_value"));
    String name = keys.at("definition").text("the definition's name", "tech-hiring", 60);
    List<String> languages =
        keys.at("languages").list("language tags", "[en, pt-BR]", 1, 20).stream()
            .map(DefinitionReader::language)
            .distinct()
            .toList();
    var translations = new Translations(languages);
    TimesReader.Read when = TimesReader.read(keys.at("times"));
    Keys words =
        keys.at("words")
            .keys("words", List.of("stop", "person", "language"), List.of("objection", "unsure"));
    Engine engine = keys.maybe("bot").map(EngineReader::read).orElse(new Engine.Script());
    var stages = new StageReader(translations, engine);
    Map<String, List<Step>> steps = stages.read(keys.at("stages"));
    if (!words.has("unsure")) {
      stages
          .explored()
          .ifPresent(
              question ->
                  keys.at("words")
                      .mistake(
                          "the key `unsure` of words, by which `%s` knows whom to help"
                              .formatted(question),
                          "unsure: [I don't know]",
                          "none"));
    }
    var plan =
        new Plan(
            name,
            0,
            stages.plan(),
            languages,
            new Plan.Words(
                folded(words.at("stop")),
                folded(words.at("person")),
                words.maybe("objection").map(DefinitionReader::folded).orElse(null),
                words.maybe("unsure").map(DefinitionReader::folded).orElse(null)),
            when.times(),
            false,
            ReviewReader.read(keys.maybe("review"), steps.values()),
            HighValueReader.read(keys.maybe("high_value"), stages.subjects()));
    var definition =
        new Definition(
            plan,
            countries(keys.at("countries"), languages),
            languageWords(words.at("language"), languages),
            words.maybe("unsure").map(DefinitionReader::folded).orElse(List.of()),
            TextsReader.read(keys.at("texts"), translations, when.times().nudges().size()),
            keys.maybe("template")
                .map(place -> TemplateReader.read(place, translations))
                .orElse(null),
            keys.maybe("opening")
                .map(place -> TemplateReader.read(place, translations))
                .orElse(null),
            steps,
            stages.entries(),
            FaqReader.read(keys.maybe("faq").orElse(null), translations),
            stages.engines(),
            when.hours());
    translations.titles().check(plan);
    return definition;
  }

  /** A tag in its usual spelling, since texts are found by it. */
  private static String language(Place place) {
    String tag = place.text("a language tag", "pt-BR", 20);
    String usual = Locale.forLanguageTag(tag).toLanguageTag();
    if (!tag.isEmpty() && !tag.equals(usual)) {
      String example = usual.equals("und") ? "pt-BR" : usual;
      place.mistake("a language tag as BCP 47 writes it", example, place.found());
    }
    return tag;
  }

  private static Map<String, String> countries(Place place, List<String> languages) {
    var countries = new LinkedHashMap<String, String>();
    place
        .languages("countries", List.of(), languages)
        .all()
        .forEach(
            (language, list) -> {
              for (Place entry : list.list("countries", "[BR, PT]", 1, 250)) {
                String country = Countries.of(entry);
                if (!country.isEmpty() && countries.putIfAbsent(country, language) != null) {
                  entry.mistake("each country once", "BR", country + " again");
                }
              }
            });
    return Map.copyOf(countries);
  }

  private static Map<String, List<String>> languageWords(Place place, List<String> languages) {
    var words = new LinkedHashMap<String, List<String>>();
    place
        .languages("the words of languages", languages, List.of())
        .all()
        .forEach((language, list) -> words.put(language, folded(list)));
    return Map.copyOf(words);
  }

  private static List<String> folded(Place place) {
    var words = new ArrayList<String>();
    for (Place entry : place.list("words", "[STOP]", 1, 100)) {
      String word = Folded.of(entry.text("a word", "STOP", 60));
      if (word.isEmpty()) {
        entry.mistake("a word of letters or digits", "STOP", entry.found());
      }
      words.add(word);
    }
    return words.stream().distinct().toList();
  }
}
