package io.talaria.console;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The console's settings.
 *
 * @param firstLead e-mail of the first operator of an installation, who gets a one-time link
 * @param url where people reach this console; begins the one-time links
 * @param temporalUiUrl where engineers reach the Temporal Web UI; without it no link is shown
 * @param temporalNamespace the namespace of the journeys, for that link
 * @param phoneUrl the simulator's phone page; without it nobody is told to chat there
 * @param linkValid how long a one-time link works
 * @param answerWithin how long a person waits for the engine before the console says it is away
 */
@Validated
@ConfigurationProperties("talaria.console")
public record ConsoleSettings(
    @Nullable @Email String firstLead,
    @NotNull @DefaultValue("http://localhost:8090") URI url,
    @Nullable URI temporalUiUrl,
    @NotNull @DefaultValue("default") String temporalNamespace,
    @Nullable URI phoneUrl,
    @NotNull @DefaultValue("48h") Duration linkValid,
    @NotNull @DefaultValue("12s") Duration answerWithin) {

  /** The address at which a one-time link's secret is redeemed. */
  public String welcomeUrl(String secret) {
    return url.toString().replaceAll("/+$", "") + "/welcome/" + secret;
  }
}
