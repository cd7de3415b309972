package io.talaria.journal.price;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * @param path of the rate card; without it the example that comes with the installation counts
 */
@ConfigurationProperties("talaria.rates")
record RateSettings(@Nullable Path path) {

  /** The card, read once at the start. */
  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(RateSettings.class)
  static class Card {
    @Bean
    RateCard rateCard(RateSettings settings) {
      return RateCardFile.read(settings.path());
    }
  }
}
