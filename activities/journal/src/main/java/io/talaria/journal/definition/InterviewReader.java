package io.talaria.journal.definition;

import io.talaria.journal.definition.Titles.Title;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** Reads a meeting with a person: when it may be, and what is said of it. */
final class InterviewReader {
  private static final List<String> WEEKDAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private final Translations translations;

  InterviewReader(Translations translations) {
    this.translations = translations;
  }

  Answer read(Keys keys) {
    Localized button =
        translations.read(keys.at("button"), "the list's button", Limits.BUTTON_TITLE);
    Localized confirmed = said(keys.at("confirmed"), Filling.MEETING);
    Localized reminder = said(keys.at("reminder"), Filling.MEETING);
    Title another = title(keys, "another");
    Localized happened = said(keys.at("happened"));
    Title yes = title(keys, "yes");
    Title no = title(keys, "no");
    Titles.inOneMessage(yes, no);
    return new Answer.Interview(
        slots(keys.at("slots")),
        button,
        confirmed,
        reminder,
        another.text(),
        happened,
        yes.text(),
        no.text(),
        TemplateReader.read(keys.at("template"), translations, Filling.MEETING),
        keys.maybe("gone").map(this::said).orElse(null),
        keys.maybe("full").map(this::said).orElse(null),
        keys.maybe("free").map(this::said).orElse(null),
        keys.maybe("change").map(place -> change(place, another)).orElse(null));
  }

  private Answer.Change change(Place place, Title another) {
    Keys keys =
        place.keys(
            "a change of an interview", List.of("text", "cancel", "keep", "cancelled"), List.of());
    Localized text = said(keys.at("text"), Filling.MOMENT);
    Title cancel = title(keys, "cancel");
    Title keep = title(keys, "keep");
    Titles.inOneMessage(another, cancel, keep);
    return new Answer.Change(text, cancel.text(), keep.text(), said(keys.at("cancelled")));
  }

  private Answer.Slots slots(Place place) {
    Keys keys =
        place.keys(
            "slots", List.of("weekdays", "times"), List.of("days", "notice", "length", "capacity"));
    List<DayOfWeek> weekdays =
        keys.at("weekdays").list("weekdays", "[monday]", 1, 7).stream()
            .map(p -> p.word("a weekday", WEEKDAYS))
            .map(word -> DayOfWeek.of(WEEKDAYS.indexOf(word) + 1))
            .distinct()
            .toList();
    List<LocalTime> times =
        keys.at("times").list("times", "[\"10:00\"]", 1, 20).stream()
            .map(AnswerReader::clock)
            .distinct()
            .sorted()
            .toList();
    return new Answer.Slots(
        weekdays,
        times,
        keys.maybe("days").map(p -> AnswerReader.bounded(p, 1, 60)).orElse(7),
        keys.maybe("notice").map(p -> Spans.of(p, "a time", "12h")).orElse(Duration.ofHours(12)),
        keys.maybe("length").map(p -> Spans.of(p, "a time", "1h")).orElse(Duration.ofHours(1)),
        keys.maybe("capacity").map(p -> AnswerReader.bounded(p, 1, 100)).orElse(1));
  }

  private Title title(Keys keys, String key) {
    return translations.title(keys.at(key), "a button's title", Limits.BUTTON_TITLE);
  }

  private Localized said(Place place) {
    return said(place, Filling.NONE);
  }

  private Localized said(Place place, Filling filling) {
    return translations.read(place, "what is said", Limits.BUTTONS_BODY, filling);
  }
}
