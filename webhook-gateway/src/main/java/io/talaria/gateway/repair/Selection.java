package io.talaria.gateway.repair;

import io.talaria.gateway.door.JourneyRuns.Standing;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which journeys are to be repaired, as told on the command line.
 *
 * @param ids journeys or candidates; empty when told by standing
 * @param standings of their runs; empty with ids alone
 * @param since only journeys that were written since then
 * @param apply false for a dry run
 */
record Selection(Set<UUID> ids, Set<Standing> standings, @Nullable Instant since, boolean apply) {

  /**
   * @throws IllegalArgumentException with a sentence that says what was expected
   */
  static Selection parse(List<String> arguments) {
    var ids = new LinkedHashSet<UUID>();
    var standings = new LinkedHashSet<Standing>();
    Instant since = null;
    boolean apply = false;
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--lost" -> standings.add(Standing.NONE);
        case "--stuck" -> standings.add(Standing.FAILING);
        case "--all" -> standings.addAll(Set.of(Standing.NONE, Standing.FAILING, Standing.RUNNING));
        case "--journeys" -> {
          for (String id : value(rest, option).split(",")) {
            ids.add(id(id.strip()));
          }
        }
        case "--since" -> since = time(value(rest, option));
        case "--apply" -> apply = true;
        case "--dry-run" -> apply = false;
        default ->
            throw new IllegalArgumentException(
                option + " is no option of repair; temporal-dev/repair --help lists them");
      }
    }
    if (ids.isEmpty() && standings.isEmpty()) {
      throw new IllegalArgumentException(
          "Say which journeys: --lost, --stuck, --all or --journeys; temporal-dev/repair --help tells more");
    }
    return new Selection(Set.copyOf(ids), Set.copyOf(standings), since, apply);
  }

  private static String value(Iterator<String> rest, String option) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " expects a value");
    }
    return rest.next();
  }

  private static UUID id(String text) {
    String bare = text.startsWith("journey-") ? text.substring("journey-".length()) : text;
    try {
      return UUID.fromString(bare);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--journeys expects ids of journeys, candidates or workflows, with commas between; '"
              + text
              + "' is none",
          e);
    }
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--since expects a time such as 2026-11-23T10:00:00Z, not " + text, e);
    }
  }
}
