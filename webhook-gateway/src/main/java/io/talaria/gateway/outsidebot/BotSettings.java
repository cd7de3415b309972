package io.talaria.gateway.outsidebot;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bots from outside, as far as the gateway needs them: the worker reads the same keys.
 *
 * @param http by the name that definitions call them by
 */
@ConfigurationProperties("talaria.bots")
record BotSettings(@DefaultValue Map<String, Bot> http) {
  private static final int SHORTEST = 16;

  BotSettings {
    http = Map.copyOf(http);
    http.forEach(
        (name, bot) -> {
          if (bot.secret().length() < SHORTEST) {
            throw new IllegalArgumentException(
                "talaria.bots.http.%s.secret must have at least %d characters; set the secret that the bot signs its reports with"
                    .formatted(name, SHORTEST));
          }
        });
  }

  /**
   * @param secret that signs requests in both directions
   */
  record Bot(@DefaultValue("") String secret) {
    /** Secrets never reach a log. */
    @Override
    public String toString() {
      return "bot";
    }
  }

  Optional<String> secret(String name) {
    return Optional.ofNullable(http.get(name)).map(Bot::secret);
  }

  boolean isDemo() {
    return http.values().stream().anyMatch(bot -> bot.secret().startsWith("demo-"));
  }
}
