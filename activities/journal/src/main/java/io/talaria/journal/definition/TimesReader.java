package io.talaria.journal.definition;

import io.talaria.definition.Calendar.Span;
import io.talaria.definition.Plan;
import io.talaria.journey.rule.ServiceWindow;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how long a journey waits for what, and when it may speak. */
final class TimesReader {
  private static final List<String> REQUIRED =
      List.of(
          "typing_pause",
          "long_typing_pause",
          "nudges",
          "at_risk",
          "waiting",
          "drop_off",
          "after_end");
  private static final List<String> OPTIONAL =
      List.of(
          "owner_silent",
          "escalation",
          "window_closing",
          "zone",
          "quiet_hours",
          "business_hours",
          "holidays");
  private static final Pattern YEARLY = Pattern.compile("[0-9]{2}-[0-9]{2}");
  private static final Scalar DAY = Scalar.matching("([0-9]{4}-)?[0-9]{2}-[0-9]{2}");
  static final Scalar ZONE = Scalar.matching("[A-Za-z][A-Za-z0-9_+/-]*");

  /** They mean nothing without a zone. */
  private static final List<String> LOCAL = List.of("quiet_hours", "business_hours", "holidays");

  private TimesReader() {}

  /**
   * @param hours null when it may speak at any time
   */
  record Read(Plan.Times times, @Nullable Hours hours) {}

  static Read read(Place place) {
    Keys keys = place.keys("times", REQUIRED, OPTIONAL);
    var times =
        new Plan.Times(
            span(keys.at("typing_pause"), "4s"),
            span(keys.at("long_typing_pause"), "8s"),
            Spans.ascending(keys.at("nudges"), "nudges", "4h"),
            span(keys.at("at_risk"), "24h"),
            span(keys.at("waiting"), "15m"),
            span(keys.at("drop_off"), "7d"),
            span(keys.at("after_end"), "30d"),
            keys.maybe("owner_silent").map(silent -> span(silent, "2h")).orElse(null),
            keys.maybe("escalation").map(TimesReader::escalation).orElse(null),
            keys.maybe("window_closing").map(TimesReader::beforeWindow).orElse(null));
    end(keys, times);
    return new Read(times, hours(place, keys));
  }

  /** What is due after the end never comes. */
  private static void end(Keys keys, Plan.Times times) {
    Duration dropOff = times.dropOff();
    if (dropOff.isZero()) {
      return;
    }
    if (dropOff.compareTo(times.atRisk()) <= 0) {
      keys.at("drop_off").mistake("a time longer than at_risk", "7d", keys.at("drop_off").found());
    } else if (!times.nudges().isEmpty() && dropOff.compareTo(times.nudges().getLast()) <= 0) {
      keys.at("drop_off")
          .mistake("a time longer than the last of nudges", "7d", keys.at("drop_off").found());
    }
  }

  private static Duration span(Place place, String example) {
    return Spans.of(place, "a time", example);
  }

  private static List<Duration> escalation(Place place) {
    return place.list("escalation times", "[30m, 2h]", 1, 2).stream()
        .map(step -> span(step, "30m"))
        .toList();
  }

  private static Duration beforeWindow(Place place) {
    Duration before = span(place, "2h");
    if (before.compareTo(ServiceWindow.LENGTH) >= 0) {
      place.mistake("a time shorter than WhatsApp's window of 24h", "2h", place.found());
    }
    return before;
  }

  private static @Nullable Hours hours(Place place, Keys keys) {
    LOCAL.forEach(key -> keys.rule(Rules.beside(key, "zone")));
    List<String> local = LOCAL.stream().filter(keys::has).toList();
    if (local.isEmpty()) {
      keys.maybe("zone").ifPresent(TimesReader::zone);
      return null;
    }
    if (!keys.has("zone")) {
      place.mistake(
          "the key `zone` beside `%s`".formatted(local.getFirst()),
          "zone: America/Sao_Paulo",
          "none");
    }
    ZoneId zone = keys.maybe("zone").map(TimesReader::zone).orElse(ZoneOffset.UTC);
    List<Span> quiet = keys.maybe("quiet_hours").map(WeekReader::quiet).orElse(List.of());
    List<Span> closed = keys.maybe("business_hours").map(WeekReader::closed).orElse(null);
    var yearly = new ArrayList<MonthDay>();
    var dates = new ArrayList<LocalDate>();
    keys.maybe("holidays").ifPresent(days -> holidays(days, yearly, dates));
    return new Hours(zone, quiet, closed, List.copyOf(yearly), List.copyOf(dates));
  }

  private static ZoneId zone(Place place) {
    String id = place.text("a time zone", "America/Sao_Paulo", 60, ZONE);
    List<String> known = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    if (!id.isEmpty() && !known.contains(id)) {
      place.mistake("a time zone by its IANA name", Nearest.of(id, known), place.found());
      return ZoneOffset.UTC;
    }
    return id.isEmpty() ? ZoneOffset.UTC : ZoneId.of(id);
  }

  private static void holidays(Place place, List<MonthDay> yearly, List<LocalDate> dates) {
    for (Place entry : place.list("holidays", "[12-25, 2026-04-03]", 0, 100)) {
      String day = entry.text("a date", "12-25", 20, DAY);
      try {
        if (YEARLY.matcher(day).matches()) {
          yearly.add(MonthDay.parse("--" + day));
        } else if (!day.isEmpty()) {
          dates.add(LocalDate.parse(day));
        }
      } catch (DateTimeException e) {
        entry.mistake(
            "a date with its year, or a month and a day for every year",
            "2026-04-03 or 12-25",
            entry.found());
      }
    }
  }
}
