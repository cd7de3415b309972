package io.talaria.journal.definition;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the country of a phone, by its code. */
final class Countries {
  private static final String CODE = "[A-Z]{2}";

  /** ISO 3166-1, and where else phones are at home, such as XK. */
  private static final List<String> KNOWN =
      Stream.of(
              List.of(Locale.getISOCountries()),
              PhoneNumberUtil.getInstance().getSupportedRegions())
          .flatMap(Collection::stream)
          .distinct()
          .sorted()
          .toList();

  /** What people write whose country's code is another one. */
  private static final Map<String, String> MEANT = Map.of("UK", "GB", "EL", "GR");

  private Countries() {}

  /** The code; empty after a mistake. */
  static String of(Place place) {
    String country = place.text("a country code", "BR", 20, Scalar.matching(CODE));
    if (country.isEmpty() || KNOWN.contains(country)) {
      return country;
    }
    if (country.matches(CODE)) {
      place.mistake(
          "a country code of ISO 3166-1",
          MEANT.getOrDefault(country, Nearest.of(country, KNOWN)),
          place.found());
    } else {
      place.mistake("a country code of two capitals", "BR", place.found());
    }
    return "";
  }
}
