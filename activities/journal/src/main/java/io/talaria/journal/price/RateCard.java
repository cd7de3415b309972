package io.talaria.journal.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp's rates as an installation knows them. What it doesn't know has no price, which is not
 * the same as none.
 *
 * @param source where the rates were read
 * @param asOf when they were read
 * @param tariffs by the day from which they hold, ascending
 */
public record RateCard(String source, LocalDate asOf, Currency currency, List<Tariff> tariffs) {

  /** The category of free text inside the service window. */
  public static final String SERVICE = "service";

  /**
   * @param freeServiceMessages of a number in a month; 0 when each is charged
   * @param countries by ISO 3166-1 alpha-2, then by category
   */
  public record Tariff(
      LocalDate validFrom,
      int freeServiceMessages,
      Map<String, Map<String, BigDecimal>> countries) {}

  /** The rate of a delivered message; empty for what the card doesn't know. */
  public Optional<BigDecimal> rate(
      @Nullable String country, @Nullable String category, Instant at) {
    if (country == null || category == null) {
      return Optional.empty();
    }
    return tariff(at)
        .map(tariff -> tariff.countries().getOrDefault(country, Map.of()))
        .map(rates -> rates.get(category));
  }

  /** The tariff that holds at this moment; days are counted in UTC. */
  Optional<Tariff> tariff(Instant at) {
    LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
    return tariffs.reversed().stream()
        .filter(tariff -> !tariff.validFrom().isAfter(day))
        .findFirst();
  }
}
