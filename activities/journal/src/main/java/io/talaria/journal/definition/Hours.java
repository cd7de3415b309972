package io.talaria.journal.definition;

import io.talaria.definition.Calendar;
import io.talaria.definition.Calendar.Shift;
import io.talaria.definition.Calendar.Span;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A definition's hours, as people write them. A journey carries what they come to at its places, as
 * {@link Calendar}s; it takes them when it is opened, so that changed hours count for those that
 * begin afterwards, or go on in a new run after one was lost.
 *
 * @param zone of the team, and of candidates whose own nobody knows
 * @param quiet when nothing unasked is sent; empty for never
 * @param office when the team doesn't work; null when its hours don't matter
 * @param yearly holidays of every year
 * @param dates holidays of one year
 */
public record Hours(
    ZoneId zone,
    List<Span> quiet,
    @Nullable List<Span> office,
    List<MonthDay> yearly,
    List<LocalDate> dates) {

  /** Offsets and holidays are resolved for so long; later the last offset stays. */
  private static final Duration AHEAD = Duration.ofDays(2 * 366);

  private static final int MOST_SHIFTS = 12;

  /**
   * When unasked messages may reach a candidate; null for always.
   *
   * @param place the candidate's time zone; null, or one that this JDK doesn't know, for the team's
   */
  public @Nullable Calendar quietAt(@Nullable String place, Instant now) {
    return quiet.isEmpty() && yearly.isEmpty() && dates.isEmpty()
        ? null
        : calendar(known(place), quiet, now);
  }

  /** When the team works; null for always. */
  public @Nullable Calendar officeFrom(Instant now) {
    return office == null ? null : calendar(zone, office, now);
  }

  /**
   * Where the candidate's clock is read.
   *
   * @param place the candidate's time zone; null, or one that this JDK doesn't know, for the team's
   */
  public ZoneId known(@Nullable String place) {
    if (place == null) {
      return zone;
    }
    try {
      return ZoneId.of(place);
    } catch (DateTimeException e) {
      // The zone was named by another program's table, which may be newer than this JDK.
      return zone;
    }
  }

  private Calendar calendar(ZoneId place, List<Span> closed, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, place);
    LocalDate last = today.plusDays(AHEAD.toDays());
    var days =
        Stream.concat(
                dates.stream(),
                LongStream.rangeClosed(today.getYear(), last.getYear())
                    .mapToObj(year -> yearly.stream().flatMap(day -> in((int) year, day)))
                    .flatMap(all -> all))
            .filter(day -> !day.isBefore(today.minusDays(1)) && !day.isAfter(last))
            .map(LocalDate::toEpochDay)
            .distinct()
            .sorted()
            .toList();
    return new Calendar(place.getId(), shifts(place.getRules(), now), closed, days);
  }

  /** No day in years without the 29th of February. */
  private static Stream<LocalDate> in(int year, MonthDay day) {
    return day.isValidYear(year) ? Stream.of(day.atYear(year)) : Stream.empty();
  }

  private static List<Shift> shifts(ZoneRules rules, Instant now) {
    var shifts = new ArrayList<Shift>();
    shifts.add(new Shift(now.getEpochSecond(), rules.getOffset(now).getTotalSeconds()));
    ZoneOffsetTransition next = rules.nextTransition(now);
    while (next != null
        && next.getInstant().isBefore(now.plus(AHEAD))
        && shifts.size() < MOST_SHIFTS) {
      shifts.add(
          new Shift(next.getInstant().getEpochSecond(), next.getOffsetAfter().getTotalSeconds()));
      next = rules.nextTransition(next.getInstant());
    }
    return List.copyOf(shifts);
  }
}
