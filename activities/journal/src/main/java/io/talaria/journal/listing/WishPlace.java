package io.talaria.journal.listing;

import io.talaria.journal.definition.Folded;
import io.talaria.journal.definition.Nearest;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place as people write it: "Campinas", "Campinas, SP", "São Paulo/SP", "Belo Horizonte - MG".
 * "Any city" is none.
 */
record WishPlace(@Nullable String city, @Nullable String region) {
  // A letter in ten is a slip; in short names one letter is another city.
  private static final int ONE_SLIP = 6;
  private static final int TWO_SLIPS = 10;

  private static final Pattern PARTED =
      Pattern.compile("^(.{2,}?)(?:\\s*[,/(]\\s*|\\s+[-–]\\s+|\\s+(?=\\p{Lu}{2}$))(.*)$");

  /** Folded, as {@code city_key} and {@code region_key} are. */
  static WishPlace of(@Nullable String place, @Nullable String region) {
    String told = region == null ? "" : Folded.of(region);
    if (place == null || WishWords.of(place).isEmpty()) {
      return new WishPlace(null, told.isEmpty() ? null : told);
    }
    Matcher parts = PARTED.matcher(place.strip());
    boolean parted = parts.matches();
    String city = Folded.of(parted ? parts.group(1) : place);
    if (told.isEmpty() && parted) {
      told = Folded.of(parts.group(2));
    }
    return new WishPlace(city, told.isEmpty() ? null : told);
  }

  boolean isTold() {
    return city != null || region != null;
  }

  /** How many letters the city may be off from the one that was meant. */
  int slips() {
    int letters = city == null ? 0 : city.length();
    return letters >= TWO_SLIPS ? 2 : letters >= ONE_SLIP ? 1 : 0;
  }

  /** The one of these cities that this one is a misspelling of. */
  Optional<String> near(Collection<String> cities) {
    return city == null ? Optional.empty() : Nearest.within(slips(), city, cities);
  }

  /** What a region may be found by: some people name only that where a city is asked for. */
  Set<String> names() {
    return Stream.of(city, region).flatMap(Stream::ofNullable).collect(Collectors.toSet());
  }
}
