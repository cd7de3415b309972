package io.talaria.worker;

import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url where recruiters open the console; alerts link to it
 */
@ConfigurationProperties("talaria.console")
public record ConsoleSettings(@DefaultValue("") String url) {
  public ConsoleSettings {
    Demand.text(url, "talaria.console.url", "https://talaria.example.org");
    Demand.that(
        url.startsWith("http://") || url.startsWith("https://"),
        "talaria.console.url must be an http(s) address, but is " + url);
  }

  /** The first page's address. */
  public String start() {
    return url.replaceAll("/+$", "") + "/";
  }

  /** The address of what is to begin. */
  public String starts() {
    return start() + "starts";
  }

  /** The conversation's address. */
  public String conversation(UUID candidateId) {
    return "%s/inbox/%s".formatted(url.replaceAll("/+$", ""), candidateId);
  }
}
