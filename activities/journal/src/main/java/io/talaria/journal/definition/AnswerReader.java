package io.talaria.journal.definition;

import io.talaria.journal.definition.Answer.Option;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads what a step waits for. */
final class AnswerReader {
  private static final List<String> TENSES = List.of("any", "future", "past");
  private static final List<String> FIELDS = List.of("text", "number");
  private static final int STARS = 5;
  private static final Scalar CLOCK = Scalar.matching("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final Scalar URL = Scalar.matching("https://.*[{]token[}].*");

  private final Translations translations;
  private final References references;
  private final WishReader wishes;

  AnswerReader(Translations translations, References references) {
    this.translations = translations;
    this.references = references;
    this.wishes = new WishReader(references);
  }

  Answer read(StepKind kind, String id, Keys keys) {
    return switch (kind) {
      case ASK -> asked(id, keys);
      case RATE -> new Answer.OneOf(stars(), button(keys));
      case FORM -> form(keys);
      case PHOTO -> photos(keys);
      case MATCH -> listings(keys);
      case HUMAN -> new Answer.Person(id);
      case WAIT -> time(keys);
      case INTERVIEW -> new InterviewReader(translations).read(keys);
      case SAY, BRANCH -> throw new IllegalArgumentException(kind + " waits for nothing");
    };
  }

  /** How long the text over it may be, in UTF-16 units. */
  int limit(StepKind kind, Answer answer) {
    boolean buttons = answer instanceof Answer.OneOf oneOf && oneOf.button() == null;
    return buttons || kind == StepKind.PHOTO ? Limits.BUTTONS_BODY : Limits.BODY;
  }

  private Answer asked(String id, Keys keys) {
    if (!keys.has("answer")) {
      return new Answer.FreeText(null);
    }
    Place answer = keys.at("answer");
    String kind = answer.word("a kind of answer", AnswerRules.KINDS);
    AnswerRules.only(keys, kind, answer.says(kind));
    return switch (kind) {
      case "number" -> number(keys);
      case "choice" -> new ChoicesReader(translations, references).read(id, keys);
      case "date" ->
          new Answer.Day(
              keys.maybe("day")
                  .map(p -> p.word("which days count", TENSES))
                  .map(word -> Answer.Tense.valueOf(word.toUpperCase(java.util.Locale.ROOT)))
                  .orElse(Answer.Tense.ANY));
      case "email" -> new Answer.Email();
      case "phone" -> new Answer.Phone();
      case "document" -> new Answer.Document();
      default -> new Answer.FreeText(vague(keys));
    };
  }

  private Answer.@Nullable Vague vague(Keys keys) {
    if (!keys.has("push_back") && !keys.has("enough")) {
      return null;
    }
    if (!keys.has("push_back")) {
      keys.here().mistake("the key `push_back` beside `enough`", "push_back: …", "none");
    }
    int enough = keys.maybe("enough").map(p -> bounded(p, 1, 50)).orElse(3);
    return new Answer.Vague(
        enough, translations.read(keys.at("push_back"), "a push-back", Limits.BODY));
  }

  private Answer number(Keys keys) {
    int min = keys.maybe("min").map(p -> p.number("a whole number", "0")).orElse(0);
    int max = keys.maybe("max").map(p -> p.number("a whole number", "60")).orElse(1_000_000);
    if (max < min) {
      keys.at("max").mistake("a number not below min", String.valueOf(min), "" + max);
    }
    return new Answer.WholeNumber(min, max);
  }

  /** From five down, since the first rows are seen first. */
  private List<Option> stars() {
    return IntStream.rangeClosed(1, STARS)
        .map(n -> STARS + 1 - n)
        .mapToObj(
            n -> {
              String title = "%d %s".formatted(n, "★".repeat(n));
              var titles = new LinkedHashMap<String, String>();
              translations.languages().forEach(language -> titles.put(language, title));
              return new Option("n" + n, new Localized(titles), List.of(String.valueOf(n)));
            })
        .toList();
  }

  private Answer form(Keys keys) {
    String url = keys.at("url").text("a form's address", "https://…?token={token}", 1000, URL);
    if (!url.isEmpty() && !(url.startsWith("https://") && url.contains("{token}"))) {
      keys.at("url")
          .mistake(
              "an https address with {token}", "https://…?token={token}", keys.at("url").found());
    }
    Duration valid =
        keys.maybe("valid").map(p -> Spans.of(p, "a time", "14d")).orElse(Duration.ofDays(30));
    var fields = new ArrayList<Answer.Field>();
    for (Place place : keys.at("fields").list("fields", "- id: shift", 0, 50)) {
      Keys field = place.keys("a field", List.of("id", "label"), List.of("answer"));
      String id = field.at("id").id("a field's id", "shift");
      boolean number =
          field
              .maybe("answer")
              .map(p -> p.word("a kind of field", FIELDS).equals("number"))
              .orElse(false);
      references.fills(
          field.at("id"), id, number ? new Answer.WholeNumber(0, 0) : new Answer.FreeText(null));
      fields.add(
          new Answer.Field(id, translations.read(field.at("label"), "a label", StepReader.LABEL)));
    }
    return new Answer.Form(url, valid, List.copyOf(fields));
  }

  private Answer photos(Keys keys) {
    int min = keys.maybe("min").map(p -> bounded(p, 1, 20)).orElse(1);
    int max = keys.maybe("max").map(p -> bounded(p, 1, 20)).orElse(Math.max(min, 5));
    if (max < min) {
      keys.at("max").mistake("a number not below min", String.valueOf(min), "" + max);
    }
    List<Localized> affirmations =
        keys.at("affirmations").list("affirmations", "- en: …", 1, 20).stream()
            .map(p -> translations.read(p, "an affirmation", Limits.BUTTONS_BODY, Filling.PHOTOS))
            .toList();
    return new Answer.Photos(
        min,
        max,
        affirmations,
        translations.title(keys.at("done"), "the button's title", Limits.BUTTON_TITLE).text());
  }

  private Answer listings(Keys keys) {
    Map<String, List<String>> wish = wishes.read(keys);
    return new Answer.Listings(
        wish,
        WishReader.must(keys, wish.keySet()),
        button(keys),
        translations.read(keys.at("none"), "what is said when nothing fits", Limits.BODY),
        keys.maybe("most").map(p -> bounded(p, 1, Limits.ROWS - 1)).orElse(5));
  }

  private Answer time(Keys keys) {
    keys.rule(Rules.exactlyOne(List.of("for", "until")));
    if (keys.has("for") == keys.has("until")) {
      keys.here().mistake("a wait with either for or until", "for: 3d", keys.here().found());
    }
    return new Answer.Time(
        keys.maybe("for").map(p -> Spans.of(p, "a time", "3d")).orElse(null),
        keys.maybe("until").map(references::day).orElse(null),
        keys.maybe("at").map(AnswerReader::clock).orElse(LocalTime.of(9, 0)));
  }

  static LocalTime clock(Place place) {
    String text = place.text("a time of day", "\"09:00\"", 5, CLOCK);
    if (!text.isEmpty()) {
      try {
        return LocalTime.parse(text);
      } catch (DateTimeParseException e) {
        place.mistake("a time of day", "\"09:00\"", place.found());
      }
    }
    return LocalTime.NOON;
  }

  static int bounded(Place place, int min, int max) {
    return place.number("a whole number", min, max);
  }

  private Localized button(Keys keys) {
    return translations.read(keys.at("button"), "the list's button", Limits.BUTTON_TITLE);
  }
}
