package io.talaria.console.words;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRulesException;

/** Times as the reader's clock and language tell them; 24 hours, relative in lists. */
public record Moments(Words words, ZoneId zone) {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

  /** For the page that is being served. */
  public static Moments here() {
    return new Moments(Words.here(), zoneOfReader());
  }

  /** {@code 10:42}. */
  public String minute(Instant at) {
    return MINUTE.format(at.atZone(zone));
  }

  /** {@code 10:42:07}, for receipts. */
  public String second(Instant at) {
    return SECOND.format(at.atZone(zone));
  }

  /** {@code 10:42} of today, {@code tomorrow 10:42}, else with the day. */
  public String near(Instant at) {
    LocalDate day = at.atZone(zone).toLocalDate();
    LocalDate today = LocalDate.now(zone);
    if (day.equals(today)) {
      return minute(at);
    }
    if (day.equals(today.plusDays(1))) {
      return words.say("time.tomorrow", "t", minute(at));
    }
    return date(at, day, today) + " " + minute(at);
  }

  /**
   * As {@link #near}, with the words that it needs inside a sentence: {@code at 10:42}, {@code
   * tomorrow at 10:42}, {@code on Wed 25 Nov at 10:42}.
   */
  public String at(Instant at) {
    LocalDate day = at.atZone(zone).toLocalDate();
    LocalDate today = LocalDate.now(zone);
    if (day.equals(today)) {
      return words.say("time.at", "t", minute(at));
    }
    if (day.equals(today.plusDays(1))) {
      return words.say("time.at.tomorrow", "t", minute(at));
    }
    return words.say("time.at.day", "d", date(at, day, today), "t", minute(at));
  }

  /** The day as a rule over its messages: today, yesterday, or {@code Wednesday, 18 November}. */
  public String day(Instant at) {
    LocalDate day = date(at);
    LocalDate today = LocalDate.now(zone);
    if (day.equals(today)) {
      return words.say("time.today");
    }
    if (day.equals(today.minusDays(1))) {
      return words.say("time.yesterday");
    }
    return format(at, day.getYear() == today.getYear() ? "time.day" : "time.day.year");
  }

  /** The next full hour that is at least half an hour away. */
  public Instant soon() {
    return ZonedDateTime.now(zone)
        .plusMinutes(90)
        .withMinute(0)
        .withSecond(0)
        .withNano(0)
        .toInstant();
  }

  /** With day and second, for hovering. */
  public String exact(Instant at) {
    return format(at, "time.exact");
  }

  /** The reader's date. */
  public LocalDate date(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** {@code 12 min}, {@code 31 h}, {@code 3 d}: one unit, for lists. */
  public String length(Duration length) {
    long minutes = Math.max(0, length.toMinutes());
    if (minutes < 60) {
      return words.say("time.min", "n", Math.max(1, minutes));
    }
    return minutes < 60 * 48
        ? words.say("time.h", "n", minutes / 60)
        : words.say("time.d", "n", minutes / (60 * 24));
  }

  /** {@code 23 h 54 min}, {@code 5 d 3 h}: two units. */
  public String span(Duration length) {
    long minutes = Math.max(0, length.toMinutes());
    if (minutes < 60) {
      return length(length);
    }
    if (minutes < 60 * 48) {
      return words.say("time.h", "n", minutes / 60)
          + (minutes % 60 == 0 ? "" : " " + words.say("time.min", "n", minutes % 60));
    }
    long hours = minutes / 60;
    return words.say("time.d", "n", hours / 24)
        + (hours % 24 == 0 ? "" : " " + words.say("time.h", "n", hours % 24));
  }

  private String date(Instant at, LocalDate day, LocalDate today) {
    return format(at, day.getYear() == today.getYear() ? "time.short" : "time.short.year");
  }

  private String format(Instant at, String pattern) {
    return DateTimeFormatter.ofPattern(words.say(pattern), words.locale()).format(at.atZone(zone));
  }

  private static ZoneId zoneOfReader() {
    UI ui = UI.getCurrent();
    ExtendedClientDetails details =
        ui == null ? null : ui.getInternals().getExtendedClientDetails();
    String id = details == null ? null : details.getTimeZoneId();
    try {
      return id == null || id.isBlank() ? ZoneId.systemDefault() : ZoneId.of(id);
    } catch (ZoneRulesException unknown) {
      return ZoneId.systemDefault();
    }
  }
}
