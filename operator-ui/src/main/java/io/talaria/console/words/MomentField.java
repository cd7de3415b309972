package io.talaria.console.words;

import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A day and a time as the reader writes them. The locale alone would bring the order of the numbers
 * only: the calendar would open in English, and whoever can't see it would hear "date" and "time".
 */
public class MomentField extends DateTimePicker {
  private static final int DAYS = 7;

  public MomentField(Words words, String label) {
    Locale locale = words.written();
    setLabel(label);
    setLocale(locale);
    setDatePickerI18n(
        new DatePickerI18n()
            .setMonthNames(
                Stream.of(Month.values())
                    .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                    .toList())
            .setWeekdays(days(TextStyle.FULL_STANDALONE, locale))
            .setWeekdaysShort(days(TextStyle.SHORT_STANDALONE, locale))
            .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % DAYS)
            .setToday(words.say("time.today"))
            .setCancel(words.say("cancel")));
    setI18n(
        new DateTimePickerI18n()
            .setDateLabel(words.say("field.date"))
            .setTimeLabel(words.say("field.time"))
            .setBadInputErrorMessage(words.say("starts.when.missing"))
            .setIncompleteInputErrorMessage(words.say("starts.when.missing")));
  }

  /** From Sunday on, as the component counts them. */
  private static List<String> days(TextStyle style, Locale locale) {
    return Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1))
        .limit(DAYS)
        .map(day -> day.getDisplayName(style, locale))
        .toList();
  }
}
