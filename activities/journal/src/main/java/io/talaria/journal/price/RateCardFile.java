package io.talaria.journal.price;

import io.talaria.journal.price.RateCard.Tariff;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads a card from YAML; a mistake stops the start with a sentence. */
final class RateCardFile {
  private static final String EXAMPLE = "/rates/example.yaml";

  private RateCardFile() {}

  /**
   * The card in this file, or the example that comes with the installation.
   *
   * @throws IllegalStateException with what is wrong with it
   */
  static RateCard read(@Nullable Path file) {
    String name = file == null ? EXAMPLE : file.toString();
    try (InputStream in =
        file == null
            ? RateCardFile.class.getResourceAsStream(EXAMPLE)
            : Files.newInputStream(file)) {
      return card(yaml().load(in));
    } catch (IOException e) {
      throw new IllegalStateException(
          "talaria.rates.path names %s, which can't be read".formatted(name), e);
    } catch (YAMLException | ClassCastException e) {
      throw new IllegalStateException(
          "The rate card %s has not the form of the example: %s".formatted(name, e.getMessage()),
          e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalStateException("The rate card %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** Dates and prices stay text: a price must not pass through floating point. */
  private static Yaml yaml() {
    var options = new LoaderOptions();
    var dumping = new DumperOptions();
    var plain =
        new Resolver() {
          @Override
          protected void addImplicitResolvers() {
            addImplicitResolver(Tag.MERGE, MERGE, "<", 10);
          }
        };
    return new Yaml(
        new SafeConstructor(options), new Representer(dumping), dumping, options, plain);
  }

  private static RateCard card(@Nullable Map<String, Object> root) {
    if (root == null) {
      throw new IllegalArgumentException("it is empty");
    }
    var tariffs = new ArrayList<Tariff>();
    for (Object tariff : (List<?>) value(root, "tariffs")) {
      tariffs.add(tariff(group(tariff)));
    }
    tariffs.sort(Comparator.comparing(Tariff::validFrom));
    return new RateCard(
        text(root, "source"),
        LocalDate.parse(text(root, "as_of")),
        Currency.getInstance(text(root, "currency")),
        List.copyOf(tariffs));
  }

  private static Tariff tariff(Map<String, Object> tariff) {
    var countries = new LinkedHashMap<String, Map<String, BigDecimal>>();
    group(value(tariff, "countries"))
        .forEach((country, rates) -> countries.put(country, rates(country, group(rates))));
    Object free = tariff.get("free_service_messages");
    return new Tariff(
        LocalDate.parse(text(tariff, "valid_from")),
        free == null ? 0 : Integer.parseInt(free.toString()),
        Map.copyOf(countries));
  }

  private static Map<String, BigDecimal> rates(String country, Map<String, Object> rates) {
    var read = new LinkedHashMap<String, BigDecimal>();
    rates.forEach(
        (category, rate) -> {
          var price = new BigDecimal(rate.toString());
          if (price.signum() < 0) {
            throw new IllegalArgumentException(
                "%s of %s costs less than nothing".formatted(category, country));
          }
          read.put(category, price);
        });
    return Map.copyOf(read);
  }

  private static String text(Map<String, Object> group, String key) {
    return value(group, key).toString();
  }

  private static Object value(Map<String, Object> group, String key) {
    Object value = group.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the key %s is missing".formatted(key));
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> group(Object value) {
    return (Map<String, Object>) value;
  }
}
