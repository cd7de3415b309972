package io.talaria.worker.bot;

import io.talaria.journal.definition.Folded;
import io.talaria.worker.bot.DayTime.Period;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When somebody says that a meeting may be: "terça às 14:30", "el jueves por la tarde", "at 10".
 * Unlike {@link AgreedDate} it keeps apart what was said, to be compared with the times that there
 * are.
 *
 * @param days that may be meant, in the candidate's calendar; none when none is named
 * @param time of day; null when none is told
 * @param period part of the day; null when none is told
 * @param sure whether it names one moment, and nothing speaks against that it is wanted
 */
record NamedTime(
    Set<LocalDate> days, @Nullable LocalTime time, @Nullable Period period, boolean sure) {
  private static final List<String> LANGUAGES = List.of("pt-BR", "es", "en");

  /** With these it isn't that very time, or not one that suits. */
  private static final Pattern DOUBT =
      Pattern.compile(
          "\\b(?:depois|apos|antes|ate|a partir|desde|por volta|despues|hasta|after|before|until|till|from|around"
              + "|trabalh\\w*|ocupad\\w*|compromisso|aula|viaj\\w*|dificil|ruim|impossivel|trabaj\\w*|compromiso|clases?"
              + "|imposible|work|working|busy|class|travel\\w*|difficult|bad|impossible|unless)\\b");

  /**
   * What this text names; empty when it names neither a day nor a time of day.
   *
   * @param spoken the conversation's language, understood before others
   * @param today in the candidate's calendar
   */
  static Optional<NamedTime> read(String text, String spoken, LocalDate today) {
    NamedTime named = in(text, spoken, today);
    if (named.days().isEmpty() && !refuses(text, spoken)) {
      for (String language : LANGUAGES) {
        NamedTime other = in(text, language, today);
        if (!other.days().isEmpty()) {
          return Optional.of(other);
        }
      }
    }
    boolean any = !named.days().isEmpty() || named.time() != null || named.period() != null;
    return any ? Optional.of(named) : Optional.empty();
  }

  /** Whether a part of it says when it does not suit; other languages wouldn't know that. */
  private static boolean refuses(String text, String language) {
    DateWords words = DateWords.of(language);
    return words.found(words.refused(), Folded.of(text));
  }

  private static NamedTime in(String text, String language, LocalDate today) {
    DateWords words = DateWords.of(language);
    String sentence = AgreedDate.agreed(text, words);
    boolean soon =
        NamedDays.count(sentence, words, 0) > 0 || NamedDays.count(sentence, words, 1) > 0;
    if (sentence.isBlank() || soon) {
      return new NamedTime(Set.of(), null, null, false);
    }
    Optional<DayTime> told = DayTime.read(sentence);
    var read = new NamedDays(words, today, told.map(DayTime::rest).orElse(sentence));
    var days = new LinkedHashSet<>(read.all(words.found(words.today(), sentence)));
    thisWeekday(days, sentence, words, today);
    LocalTime time = told.map(DayTime::time).orElse(null);
    Period period = told.map(DayTime::period).orElse(null);
    // A time alone may be anything's, unless it is all that they say.
    boolean one = days.size() == 1 || (days.isEmpty() && isBare(read.rest(), words));
    boolean sure =
        time != null
            && one
            && !read.impossible()
            && !words.found(words.past(), sentence)
            && !DOUBT
                .matcher(sentence.replaceAll("\\b(?:" + words.afterTomorrow() + ")\\b", " "))
                .find();
    return new NamedTime(Set.copyOf(days), time, period, sure);
  }

  /**
   * A weekday is its next one; where it is today's as well, either may be meant, unless they say
   * which.
   */
  private static void thisWeekday(
      Set<LocalDate> days, String sentence, DateWords words, LocalDate today) {
    LocalDate next = today.plusWeeks(1);
    if (!days.contains(next)
        || !words.found(words.weekday(today.getDayOfWeek()), sentence)
        || words.found(words.nextWeek(), sentence)) {
      return;
    }
    if (days.contains(today)) {
      days.remove(next);
    } else {
      days.add(today);
    }
  }

  private static boolean isBare(String rest, DateWords words) {
    return rest.replaceAll("\\b(?:" + words.meets() + ")\\b", " ").isBlank();
  }
}
