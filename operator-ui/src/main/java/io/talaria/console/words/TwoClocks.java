package io.talaria.console.words;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Times by the team's clock, and by the candidate's where it shows something else.
 *
 * @param team where the team's clock is read
 */
public record TwoClocks(Words words, ZoneId team) {

  /**
   * One sentence, or two.
   *
   * @param candidate the candidate's time zone; null where nobody knows
   */
  public List<String> say(Instant at, @Nullable String candidate) {
    return known(candidate)
        .filter(zone -> !isSame(zone, at))
        .map(zone -> List.of(say("clock.team", at, team), say("clock.candidate", at, zone)))
        .orElseGet(() -> List.of(team(at)));
  }

  /** By the team's clock alone, with its zone, for a line that has no room for two. */
  public String team(Instant at) {
    return say("clock.both", at, team);
  }

  private String say(String key, Instant at, ZoneId zone) {
    return words.say(key, "t", new Moments(words, zone).near(at), "z", name(zone));
  }

  /** A zone as people read it. */
  public static String name(ZoneId zone) {
    return zone.getId().replace('_', ' ');
  }

  private boolean isSame(ZoneId zone, Instant at) {
    return zone.getRules().getOffset(at).equals(team.getRules().getOffset(at));
  }

  /** The zone was named by another program's table, which may be newer than this JDK. */
  public static Optional<ZoneId> known(@Nullable String zone) {
    try {
      return Optional.ofNullable(zone).map(ZoneId::of);
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
