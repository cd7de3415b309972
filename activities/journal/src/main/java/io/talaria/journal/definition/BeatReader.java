package io.talaria.journal.definition;

import io.talaria.definition.Plan;
import io.talaria.journey.Ending;
import io.talaria.journey.HandBack;
import io.talaria.port.BotFault;
import io.talaria.port.Desk;
import io.talaria.port.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reads what happens next in a rehearsal: one key each, or a sentence without a value. */
final class BeatReader {
  /** How long nothing must be heard unless the story says so. */
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private static final List<String> MEDIA =
      List.of("photo", "voice", "video", "document", "sticker", "location", "contact");
  private static final String BOT = "bot";

  private final Definition definition;
  private final Map<String, Function<Place, Beat>> kinds = new LinkedHashMap<>();
  private final Map<String, Beat> sentences = new LinkedHashMap<>();

  BeatReader(Definition definition) {
    this.definition = definition;
    candidate();
    people();
    expectations();
    sentences.put("expects silence", new Beat.HearsNothing(SILENCE));
    sentences.put("expects no alert", new Beat.TeamIsNotTold(null));
    sentences.put("expects person called", new Beat.PersonCalled(null));
    sentences.put("expects review", new Beat.Reviewed(""));
    sentences.put("recruiter approves", new Beat.Approves());
    sentences.put("is begun as planned", new Beat.IsBegunAsPlanned());
    sentences.put("hands back", new Beat.HandsBack(HandBack.Outcome.RESOLVED));
  }

  private void candidate() {
    kinds.put("says", place -> new Beat.Says(texts(place, "what the candidate writes", "oi")));
    kinds.put("says late", this::saysLate);
    kinds.put("taps", place -> new Beat.Taps(text(place, "a choice's title", "Remote")));
    kinds.put("answers", place -> new Beat.Answers(texts(place, "answers", "Remote")));
    kinds.put("sends", place -> new Beat.Sends(media(place)));
    kinds.put("fills in", this::fillsIn);
    kinds.put("waits", place -> new Beat.Waits(Spans.of(place, "a time", "25h")));
    kinds.put("waits until", place -> new Beat.WaitsUntil(Moment.read(place)));
  }

  private void people() {
    kinds.put(
        "bot fails",
        place ->
            new Beat.BotFails(
                BotFault.valueOf(
                    constant(place, "what is wrong with the bot", BotFault.values()))));
    kinds.put("opens", place -> new Beat.Opens(RehearsalReader.listings(place)));
    kinds.put("others book", place -> new Beat.OthersBook(rows(place), false));
    kinds.put("others are faster", place -> new Beat.OthersBook(rows(place), true));
    kinds.put("takes over", place -> new Beat.TakesOver(name(place)));
    kinds.put("recruiter says", place -> new Beat.RecruiterSays(text(place, "a text", "Hello")));
    kinds.put("recruiter edits", place -> new Beat.Edits(texts(place, "texts", "Hello")));
    kinds.put("recruiter rejects", place -> new Beat.Rejects(text(place, "why", "too curt")));
    kinds.put("hands over", place -> new Beat.HandsOver(name(place)));
    kinds.put(
        "hands back",
        place ->
            new Beat.HandsBack(
                HandBack.Outcome.valueOf(
                    constant(place, "what it came to", HandBack.Outcome.values()))));
  }

  private void expectations() {
    kinds.put("expects", this::hears);
    kinds.put("expects silence", place -> new Beat.HearsNothing(Spans.of(place, "a time", "10m")));
    kinds.put("expects alert", place -> new Beat.TeamIsTold(alert(place)));
    kinds.put("expects no alert", place -> new Beat.TeamIsNotTold(alert(place)));
    kinds.put("expects stage", place -> new Beat.StandsAt(place.name("a stage's id", stages())));
    kinds.put("expects answers", this::kept);
    kinds.put("expects end", BeatReader::ended);
    kinds.put(
        "expects language",
        place ->
            new Beat.Speaks(
                place.name("a language of the definition", definition.plan().languages())));
    kinds.put(
        "expects person called",
        place -> new Beat.PersonCalled(text(place, "a reason", "not_understood")));
    kinds.put(
        "expects review", place -> new Beat.Reviewed(text(place, "part of a reply", "Which")));
    kinds.put("expects reading", BeatReader::readAs);
    kinds.put("expects held by", this::heldBy);
  }

  /** A key with its value, or a sentence. */
  Beat read(Place place) {
    if (!place.isGroup()) {
      return sentence(place, place.word("a beat without a value", List.copyOf(sentences.keySet())));
    }
    Keys keys = place.keys("a beat", List.of(), List.copyOf(kinds.keySet()));
    keys.rule(Rules.oneKey());
    if (keys.all().size() > 1) {
      place.mistake("one thing at a time", "- says: oi", keys.all().size() + " keys");
    }
    return keys.all().entrySet().stream()
        .findFirst()
        .map(entry -> beat(entry.getKey(), entry.getValue()))
        .orElseGet(() -> new Beat.Says(List.of()));
  }

  private Beat beat(String key, Place value) {
    Function<Place, Beat> kind = kinds.get(key);
    if (sentences.containsKey(key)) {
      value.mayBeEmpty();
    }
    if (kind == null || (value.isEmpty() && sentences.containsKey(key))) {
      return sentence(value, key);
    }
    return kind.apply(value);
  }

  private Beat sentence(Place place, String key) {
    Beat beat = sentences.get(key);
    if (beat == null) {
      place.mistake("a beat", "says: oi", place.found());
      return new Beat.Says(List.of());
    }
    return beat;
  }

  private Beat saysLate(Place place) {
    Keys keys = place.keys("what comes late", List.of("text", "sent_ago"), List.of());
    return new Beat.SaysLate(
        text(keys.at("text"), "a text", "oi"), Spans.of(keys.at("sent_ago"), "a time", "25h"));
  }

  private static List<Beat.Medium> media(Place place) {
    if (place.isGroup()) {
      Keys keys = place.keys("what is sent", List.of("what"), List.of("caption"));
      return List.of(
          new Beat.Medium(
              keys.at("what").word("what isn't text", MEDIA),
              keys.maybe("caption").map(p -> text(p, "a caption", "my CV")).orElse("")));
    }
    List<Place> places =
        place.isList() ? place.list("what isn't text", "[photo, photo]", 1, 30) : List.of(place);
    return places.stream()
        .map(one -> new Beat.Medium(one.word("what isn't text", MEDIA), ""))
        .toList();
  }

  private Beat fillsIn(Place place) {
    Keys keys = place.keys("a form", List.of("form", "answers"), List.of("late"));
    return new Beat.FillsIn(
        keys.at("form").id("a form's id", "shifts"),
        answers(keys.at("answers")),
        keys.maybe("late")
            .map(late -> late.word("whether it is late", List.of("yes", "no")).equals("yes"))
            .orElse(false));
  }

  private Beat hears(Place place) {
    if (!place.isGroup()) {
      return new Beat.Hears(text(place, "part of what is said", "Which"), List.of(), null);
    }
    Keys keys = place.keys("what is heard", List.of(), List.of("text", "choices", "template"));
    if (keys.all().isEmpty()) {
      place.mistake("what is heard", "text: Which", place.found());
    }
    return new Beat.Hears(
        keys.maybe("text").map(p -> text(p, "part of what is said", "Which")).orElse(""),
        keys.maybe("choices").map(p -> texts(p, "titles", "Remote")).orElse(List.of()),
        keys.maybe("template").map(p -> text(p, "a template's name", "come_back")).orElse(null));
  }

  private Beat kept(Place place) {
    return new Beat.Kept(answers(place));
  }

  private static Map<String, String> answers(Place place) {
    var answers = new LinkedHashMap<String, String>();
    place
        .anyKeys("answers")
        .all()
        .forEach((id, value) -> answers.put(id, text(value, "an answer", "3")));
    return answers;
  }

  private static Beat ended(Place place) {
    if (!place.isGroup()) {
      return new Beat.Ended(ending(place), null);
    }
    Keys keys = place.keys("an end", List.of("how"), List.of("reason"));
    return new Beat.Ended(
        ending(keys.at("how")),
        keys.maybe("reason").map(p -> text(p, "a reason", "too_young")).orElse(null));
  }

  private static Ending ending(Place place) {
    return Ending.valueOf(constant(place, "how it ended", Ending.values()));
  }

  private static Beat readAs(Place place) {
    Keys keys =
        place.keys("a reading", List.of(), List.of("intent", "priority", "sentiment", "entities"));
    if (keys.all().isEmpty()) {
      place.mistake("a reading", "intent: ask_about_pay", place.found());
    }
    return new Beat.ReadAs(
        keys.maybe("intent").map(p -> text(p, "an intent", "ask_about_pay")).orElse(null),
        keys.maybe("priority").map(BeatReader::priority).orElse(null),
        keys.maybe("sentiment").map(BeatReader::mood).orElse(null),
        keys.maybe("entities").map(BeatReader::answers).orElse(Map.of()));
  }

  private static Reading.Priority priority(Place place) {
    return Reading.Priority.valueOf(constant(place, "a priority", Reading.Priority.values()));
  }

  private static Beat.Mood mood(Place place) {
    return Beat.Mood.valueOf(constant(place, "a sentiment", Beat.Mood.values()));
  }

  private Beat heldBy(Place place) {
    String who = name(place);
    return new Beat.HeldBy(who.equals(BOT) ? null : who);
  }

  private List<String> stages() {
    return definition.plan().stages().stream().map(Plan.Stage::id).toList();
  }

  private static Desk.Kind alert(Place place) {
    return Desk.Kind.valueOf(constant(place, "an alert", Desk.Kind.values()));
  }

  private static String constant(Place place, String what, Enum<?>[] constants) {
    List<String> words =
        Arrays.stream(constants).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    return place.word(what, words).toUpperCase(Locale.ROOT);
  }

  private static List<Integer> rows(Place place) {
    List<Place> all =
        place.isList() ? place.list("places", "[1, 2]", 1, Limits.ROWS) : List.of(place);
    return all.stream()
        .map(one -> one.number("a time's place in the list", 1, Limits.ROWS))
        .toList();
  }

  private static String name(Place place) {
    return text(place, "a name", "Camila");
  }

  private static List<String> texts(Place place, String what, String example) {
    if (!place.isList()) {
      return List.of(text(place, what, example));
    }
    var texts = new ArrayList<String>();
    for (Place entry : place.list(what, "[" + example + "]", 1, 100)) {
      texts.add(text(entry, what, example));
    }
    return List.copyOf(texts);
  }

  private static String text(Place place, String what, String example) {
    return place.text(what, example, Limits.BODY);
  }
}
