package io.talaria.worker.slack;

import io.talaria.worker.Demand;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param baseUrl of Slack's methods
 * @param botToken of the app that posts
 * @param channel where alerts go
 * @param language of the alerts
 */
@ConfigurationProperties("talaria.slack")
public record SlackSettings(
    @DefaultValue("https://slack.com/api/") URI baseUrl,
    @DefaultValue("") String botToken,
    @DefaultValue("") String channel,
    @DefaultValue("en") String language) {
  private static final List<String> LANGUAGES = List.of("en", "pt-BR", "es");

  public SlackSettings {
    Demand.that(
        baseUrl.isAbsolute() && baseUrl.getScheme().startsWith("http"),
        "talaria.slack.base-url must be an http(s) address, such as https://slack.com/api/");
    Demand.text(botToken, "talaria.slack.bot-token", "xoxb-… of your Slack app");
    Demand.text(channel, "talaria.slack.channel", "#recruiting");
    Demand.that(
        LANGUAGES.contains(language),
        "talaria.slack.language must be en, pt-BR or es, but is " + language);
  }

  /** Whether the token is the public one of the demonstration. */
  public boolean isDemo() {
    return botToken.equals("xoxb-demo");
  }

  @Override
  public String toString() {
    return "Slack channel " + channel;
  }
}
