package io.talaria.journal.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.definition.Calendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {
  private static final Instant NOW = Instant.parse("2027-01-04T12:00:00Z");
  private static final List<String> ZONES =
      List.of(
          "America/Sao_Paulo",
          "Europe/Lisbon",
          "America/New_York",
          "Asia/Kathmandu",
          "Australia/Lord_Howe",
          "Pacific/Apia");

  private static final String NIGHTS =
      """
      quiet_hours: {from: "21:00", to: "08:00", saturday: {from: "20:00", to: "10:00"}, tuesday: none}
      business_hours: {from: "09:00", to: "18:00", saturday: closed, sunday: closed}
      holidays: [12-24, 12-25, 12-26, 2027-02-09, 02-29]
      """;

  private static Hours hours(String zone, String keys) {
    String yaml =
        DefinitionReaderTest.techHiring()
            .replaceFirst(
                "(?s)  zone: .*?\\n\\n",
                ("zone: " + zone + "\n" + keys).indent(2).replace("$", "") + "\n");
    return DefinitionReader.read("test.yaml", yaml).hours();
  }

  private static Calendar quiet(String zone) {
    return hours(zone, NIGHTS).quietAt(null, NOW);
  }

  /** Local times of the zone; each case is an unasked message and when it may leave. */
  @ParameterizedTest
  @CsvSource({
    // an ordinary night, across midnight
    "America/Sao_Paulo, 2027-01-06T20:59, 2027-01-06T20:59",
    "America/Sao_Paulo, 2027-01-06T21:00, 2027-01-07T08:00",
    "America/Sao_Paulo, 2027-01-07T03:00, 2027-01-07T08:00",
    "America/Sao_Paulo, 2027-01-07T08:00, 2027-01-07T08:00",
    // another night on a Saturday, and none that begins on a Tuesday
    "America/Sao_Paulo, 2027-01-09T20:30, 2027-01-10T10:00",
    "America/Sao_Paulo, 2027-01-12T23:00, 2027-01-12T23:00",
    "America/Sao_Paulo, 2027-01-13T03:00, 2027-01-13T03:00",
    // from Sunday to Monday, over the week's end
    "America/Sao_Paulo, 2027-01-10T23:00, 2027-01-11T08:00",
    // holidays in a row, every year, with the nights around them
    "America/Sao_Paulo, 2027-12-23T22:00, 2027-12-27T08:00",
    "America/Sao_Paulo, 2028-12-24T12:00, 2028-12-27T00:00",
    // a holiday of one year
    "America/Sao_Paulo, 2027-02-09T10:00, 2027-02-10T00:00",
    "America/Sao_Paulo, 2028-02-09T10:00, 2028-02-09T10:00",
    // leap day, and the year that has none
    "America/Sao_Paulo, 2028-02-29T10:00, 2028-03-01T00:00",
    "America/Sao_Paulo, 2027-02-28T22:00, 2027-03-01T08:00",
    // the night in which clocks spring forward, and the one in which they fall back
    "Europe/Lisbon,     2027-03-27T23:00, 2027-03-28T10:00",
    "Europe/Lisbon,     2027-10-30T23:00, 2027-10-31T10:00",
    "America/New_York,  2027-03-14T04:00, 2027-03-14T10:00",
    "America/New_York,  2027-11-07T00:30, 2027-11-07T10:00"
  })
  void an_unasked_message_waits_for_the_end_of_the_quiet(String zone, String asked, String leaves) {
    ZoneId place = ZoneId.of(zone);
    Instant at = java.time.LocalDateTime.parse(asked).atZone(place).toInstant();
    assertThat(quiet(zone).openFrom(at).atZone(place).toLocalDateTime())
        .isEqualTo(java.time.LocalDateTime.parse(leaves));
  }

  @Test
  void the_night_after_a_day_that_is_quiet_all_day_is_as_quiet_as_any() {
    // given a Sunday on which nothing is sent
    String keys = "quiet_hours: {from: \"21:00\", to: \"08:00\", sunday: all_day}\n";
    Calendar quiet = hours("UTC", keys).quietAt(null, NOW);

    // then nothing is sent at midnight either, but at the end of the usual night
    assertThat(quiet.openFrom(Instant.parse("2027-01-10T12:00:00Z")))
        .isEqualTo("2027-01-11T08:00:00Z");
    assertThat(quiet.openFrom(Instant.parse("2027-01-11T00:00:00Z")))
        .isEqualTo("2027-01-11T08:00:00Z");
  }

  @Test
  void an_hour_that_comes_twice_is_quiet_twice() {
    // given quiet hours that end in the hour which clocks go through twice
    String keys = "quiet_hours: {from: \"21:00\", to: \"01:30\"}\n";
    Calendar quiet = hours("America/New_York", keys).quietAt(null, NOW);

    // when it is 01:15 for the second time
    Instant second = Instant.parse("2027-11-07T06:15:00Z");

    // then the quiet goes on until 01:30 comes for the second time
    assertThat(quiet.openFrom(second)).isEqualTo("2027-11-07T06:30:00Z");
    assertThat(quiet.isOpen(Instant.parse("2027-11-07T05:45:00Z"))).isTrue();
  }

  @Test
  void an_end_that_a_night_skips_comes_when_clocks_have_jumped() {
    String keys = "quiet_hours: {from: \"21:00\", to: \"02:30\"}\n";
    Calendar quiet = hours("America/New_York", keys).quietAt(null, NOW);
    assertThat(quiet.openFrom(Instant.parse("2027-03-14T06:00:00Z")))
        .isEqualTo("2027-03-14T07:00:00Z");
  }

  @Test
  void a_candidates_own_zone_counts_and_an_unknown_one_is_the_teams() {
    Hours hours = hours("America/Sao_Paulo", NIGHTS);
    assertThat(hours.quietAt("America/Manaus", NOW).zone()).isEqualTo("America/Manaus");
    assertThat(hours.quietAt("Mars/Olympus", NOW).zone()).isEqualTo("America/Sao_Paulo");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-06T10:00, 30, 2027-01-06T10:30",
    "2027-01-06T17:50, 30, 2027-01-07T09:20",
    "2027-01-08T17:50, 30, 2027-01-11T09:20",
    "2027-01-09T12:00, 30, 2027-01-11T09:30",
    "2027-02-08T17:45, 15, 2027-02-08T18:00",
    "2027-02-08T17:45, 16, 2027-02-10T09:01",
    "2027-12-23T17:00, 120, 2027-12-27T10:00"
  })
  void the_teams_deadlines_count_while_it_works(String since, int minutes, String due) {
    ZoneId place = ZoneId.of("America/Sao_Paulo");
    Calendar office = hours(place.getId(), NIGHTS).officeFrom(NOW);
    Instant from = java.time.LocalDateTime.parse(since).atZone(place).toInstant();
    assertThat(office.after(from, Duration.ofMinutes(minutes)).atZone(place).toLocalDateTime())
        .isEqualTo(java.time.LocalDateTime.parse(due));
  }

  @Property(tries = 400)
  void what_may_leave_is_never_early_never_in_the_quiet_and_waits_no_longer_than_it_must(
      @ForAll @IntRange(max = 5) int zone,
      @ForAll @LongRange(max = 2 * 360 * 24 * 60) long minute) {
    ZoneId place = ZoneId.of(ZONES.get(zone));
    Calendar quiet = quiet(place.getId());
    Instant at = NOW.plus(Duration.ofMinutes(minute));
    Instant leaves = quiet.openFrom(at);

    assertThat(leaves).isAfterOrEqualTo(at);
    assertThat(isQuiet(leaves.atZone(place))).isFalse();
    assertThat(quiet.openFrom(leaves)).isEqualTo(leaves);
    for (Instant t = at; t.isBefore(leaves); t = t.plus(Duration.ofMinutes(5))) {
      assertThat(isQuiet(t.atZone(place))).as("%s", t.atZone(place)).isTrue();
    }
  }

  @Property(tries = 200)
  void team_time_adds_up(
      @ForAll @IntRange(max = 5) int zone,
      @ForAll @LongRange(max = 360 * 24 * 60) long minute,
      @ForAll @IntRange(max = 2000) int one,
      @ForAll @IntRange(max = 2000) int other) {
    Calendar office = hours(ZONES.get(zone), NIGHTS).officeFrom(NOW);
    Instant at = NOW.plus(Duration.ofMinutes(minute));
    Instant first = office.after(at, Duration.ofMinutes(one));
    assertThat(office.after(first, Duration.ofMinutes(other)))
        .isEqualTo(
            other == 0
                ? office.openFrom(first)
                : office.after(at, Duration.ofMinutes(one + other)));
  }

  /** The same hours, told by the JDK's own calendar. */
  private static boolean isQuiet(ZonedDateTime at) {
    int day = at.getMonthValue() * 100 + at.getDayOfMonth();
    if (List.of(1224, 1225, 1226, 229).contains(day)
        || at.toLocalDate().toString().equals("2027-02-09")) {
      return true;
    }
    int minute = at.getHour() * 60 + at.getMinute();
    return switch (at.getDayOfWeek()) {
      case SATURDAY -> minute < 8 * 60 || minute >= 20 * 60;
      case SUNDAY -> minute < 10 * 60 || minute >= 21 * 60;
      case TUESDAY -> minute < 8 * 60;
      case WEDNESDAY -> minute >= 21 * 60;
      default -> minute < 8 * 60 || minute >= 21 * 60;
    };
  }
}
