package io.talaria.journal.definition;

import io.talaria.journal.listing.WishPart;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a step waits for. */
public sealed interface Answer {
  /**
   * Anything typed.
   *
   * @param vague what is said, once, to an answer that is too short; null takes any
   */
  record FreeText(@Nullable Vague vague) implements Answer {}

  /**
   * @param enough so many words are an answer
   */
  record Vague(int enough, Localized pushBack) {}

  /** A whole number within bounds. */
  record WholeNumber(int min, int max) implements Answer {}

  /**
   * One of these: up to three are buttons, more are a list.
   *
   * @param button opens the list; null for buttons
   */
  record OneOf(List<Option> options, @Nullable Localized button) implements Answer {}

  /**
   * Something to choose.
   *
   * @param also folded words that mean it too
   */
  record Option(String id, Localized title, List<String> also) {}

  /** A day of the calendar, kept as ISO 8601. */
  record Day(Tense tense) implements Answer {}

  /** Which days count. */
  enum Tense {
    ANY,
    PAST,
    FUTURE
  }

  /** An e-mail address. */
  record Email() implements Answer {}

  /** A phone number, kept as E.164. */
  record Phone() implements Answer {}

  /** A file, kept as the id of its medium. */
  record Document() implements Answer {}

  /**
   * Pictures, kept as the ids of their media.
   *
   * @param min so many at least
   * @param max so many at most; the last one goes on by itself
   * @param affirmations said after each turn that brought some, the last one again and again
   * @param done title of the button that goes on before {@code max}
   */
  record Photos(int min, int max, List<Localized> affirmations, Localized done) implements Answer {}

  /**
   * A form elsewhere. Its fields are answers like any others; the form's own says that it came.
   *
   * @param url with {@code {token}}, which says whose form it is
   * @param valid how long the link works
   * @param fields that count; others stay with the message
   */
  record Form(String url, Duration valid, List<Field> fields) implements Answer {}

  /**
   * @param id by which its answer is kept, and by which the form names it
   */
  record Field(String id, Localized label) {}

  /**
   * One of the job listings that fit, kept as its reference.
   *
   * @param wish from which questions the wish is made, by its part; never none of them
   * @param must parts of the wish that a match doesn't contradict
   * @param button opens the list
   * @param none said when nothing fits; the step is passed then
   * @param most so many are offered
   */
  record Listings(
      Map<String, List<String>> wish,
      Set<WishPart> must,
      Localized button,
      Localized none,
      int most)
      implements Answer {}

  /**
   * A meeting with a person, kept as its instant.
   *
   * @param confirmed said of the chosen {@code {time}}
   * @param reminder said before it, with a button for another time
   * @param happened asks afterwards whether it took place
   * @param gone said when others have the time that was chosen; null for the hint of a choice
   * @param full said when no time is free, and a person is called; null for what is said then
   * @param free said over the free times of a day that was named, or where the time that was named
   *     isn't one of them; null for the question
   * @param change what becomes of a meeting that doesn't suit any more; null calls a person
   */
  record Interview(
      Slots slots,
      Localized button,
      Localized confirmed,
      Localized reminder,
      Localized another,
      Localized happened,
      Localized yes,
      Localized no,
      Definition.Template template,
      @Nullable Localized gone,
      @Nullable Localized full,
      @Nullable Localized free,
      @Nullable Change change)
      implements Answer {}

  /**
   * Who doesn't come, or can't then, says what is meant.
   *
   * @param text asks, of the {@code {time}} that stands
   * @param cancel title of the button that gives it back
   * @param keep title of the button that leaves it
   * @param cancelled said when it was given back, and a person is called
   */
  record Change(Localized text, Localized cancel, Localized keep, Localized cancelled) {}

  /**
   * When meetings may be.
   *
   * @param days so many days ahead are offered
   * @param notice none is sooner than this
   * @param length of a meeting; afterwards it is asked whether it took place
   * @param capacity so many candidates may have one time
   */
  record Slots(
      List<DayOfWeek> weekdays,
      List<LocalTime> times,
      int days,
      Duration notice,
      Duration length,
      int capacity) {}

  /**
   * That time passes: a pause, or the day of an earlier answer.
   *
   * @param pause null when the day of a question is waited for
   * @param day id of a question that asks for a day; null for a pause
   * @param time of that day
   */
  record Time(@Nullable Duration pause, @Nullable String day, LocalTime time) implements Answer {}

  /**
   * A person, who hands back.
   *
   * @param reason code that recruiters read
   */
  record Person(String reason) implements Answer {}
}
