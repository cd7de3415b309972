package io.talaria.worker.bot.http;

import io.talaria.worker.Demand;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param http bots from outside, by the name that definitions call them by
 */
@ConfigurationProperties("talaria.bots")
public record BotSettings(@DefaultValue Map<String, Endpoint> http) {
  private static final Duration SHORTEST = Duration.ofMillis(200);

  /** The engine gives up after 60 s; the rest is for rows before and after. */
  private static final Duration LONGEST = Duration.ofSeconds(45);

  private static final int SHORTEST_SECRET = 16;

  public BotSettings {
    http = Map.copyOf(http);
    http.forEach(BotSettings::check);
  }

  /**
   * @param url that turns are posted to
   * @param secret that both sides know; signs each request
   * @param timeout of one request
   * @param patience of all tries of one turn together; a person or the script goes on after that
   */
  public record Endpoint(
      @Nullable URI url,
      @DefaultValue("") String secret,
      @DefaultValue("8s") Duration timeout,
      @DefaultValue("12s") Duration patience) {

    /** Whether the secret is the public one of the demonstration. */
    boolean isDemo() {
      return secret.startsWith("demo-");
    }

    URI address() {
      if (url == null) {
        throw new IllegalStateException("The settings were not checked");
      }
      return url;
    }

    /** Secrets never reach a log. */
    @Override
    public String toString() {
      return "bot at " + url;
    }
  }

  /** Whether a bot has the public secret of the demonstration. */
  public boolean isDemo() {
    return http.values().stream().anyMatch(Endpoint::isDemo);
  }

  /** Whether there is a bot of this name. */
  public boolean knows(String name) {
    return http.containsKey(name);
  }

  private static void check(String name, Endpoint bot) {
    String key = "talaria.bots.http." + name;
    URI url = bot.url();
    Demand.that(
        url != null
            && url.isAbsolute()
            && url.getHost() != null
            && (url.getScheme().equals("https") || url.getScheme().equals("http")),
        key + ".url must be an http(s) address, such as https://bot.example.org/talaria/turns");
    Demand.that(
        bot.secret().length() >= SHORTEST_SECRET,
        "%s.secret must have at least %d characters; set the secret that the bot checks X-Talaria-Signature with"
            .formatted(key, SHORTEST_SECRET));
    Demand.that(
        bot.timeout().compareTo(SHORTEST) >= 0 && bot.timeout().compareTo(LONGEST) <= 0,
        "%s.timeout must be between 200ms and 45s, but is %s".formatted(key, bot.timeout()));
    Demand.that(
        bot.patience().compareTo(bot.timeout()) >= 0 && bot.patience().compareTo(LONGEST) <= 0,
        "%s.patience must be at least its timeout (%s) and at most 45s, but is %s"
            .formatted(key, bot.timeout(), bot.patience()));
  }
}
