package io.talaria.worker.whatsapp;

import io.talaria.worker.Demand;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param graphBaseUrl of the Graph API, without a version
 * @param apiVersion of the Graph API
 * @param numbers that this installation speaks from
 * @param timeout of a send on the governed queue; a reply at once has 5 s in all
 * @param sendsPerSecond of one number's governed queue, unless the number has its own, and of the
 *     calls of one worker below which a reminder leaves; below WhatsApp's 80, so that replies find
 *     room
 * @param rest of a number of which WhatsApp says that it sends too much; twice as long each time it
 *     says so again at once, sixteen times at most; zero for none
 */
@ConfigurationProperties("talaria.whatsapp")
public record WhatsAppSettings(
    @DefaultValue("https://graph.facebook.com") URI graphBaseUrl,
    @DefaultValue("v26.0") String apiVersion,
    @DefaultValue List<Number> numbers,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("40") double sendsPerSecond,
    @DefaultValue("2s") Duration rest) {
  public WhatsAppSettings {
    Demand.that(
        graphBaseUrl.isAbsolute() && graphBaseUrl.getScheme().startsWith("http"),
        "talaria.whatsapp.graph-base-url must be an http(s) address, such as https://graph.facebook.com");
    Demand.that(
        apiVersion.matches("v\\d+\\.\\d+"),
        "talaria.whatsapp.api-version must look like v26.0, but is " + apiVersion);
    Demand.that(
        !numbers.isEmpty(),
        "No WhatsApp number is configured: set talaria.whatsapp.numbers[0].phone-number-id,"
            + " .access-token and .definition");
    Demand.that(
        timeout.compareTo(Duration.ofSeconds(2)) >= 0
            && timeout.compareTo(Duration.ofSeconds(12)) <= 0,
        "talaria.whatsapp.timeout must be between 2s and 12s, but is " + timeout);
    Demand.that(
        sendsPerSecond > 0 && sendsPerSecond <= 1000,
        "talaria.whatsapp.sends-per-second must be between 0 and 1000, but is " + sendsPerSecond);
    Demand.that(
        !rest.isNegative() && rest.compareTo(Duration.ofSeconds(30)) <= 0,
        "talaria.whatsapp.rest must be between 0s and 30s, but is " + rest);
    var ids = new HashSet<String>();
    numbers.forEach(
        number ->
            Demand.that(
                ids.add(number.phoneNumberId()),
                "talaria.whatsapp.numbers names %s twice".formatted(number.phoneNumberId())));
    numbers = List.copyOf(numbers);
  }

  /**
   * @param phoneNumberId WhatsApp's id of the number, not the phone number itself
   * @param definition what candidates who write to it go through
   * @param account whose number it is
   * @param sendsPerSecond of its governed queue; null for the installation's
   */
  public record Number(
      @DefaultValue("") String phoneNumberId,
      @DefaultValue("") String accessToken,
      @DefaultValue("") String definition,
      @DefaultValue("00000000-0000-0000-0000-000000000001") UUID account,
      @Nullable Double sendsPerSecond) {
    public Number {
      Demand.that(
          sendsPerSecond == null || (sendsPerSecond > 0 && sendsPerSecond <= 1000),
          "talaria.whatsapp.numbers[].sends-per-second must be between 0 and 1000, but is "
              + sendsPerSecond);
      Demand.text(phoneNumberId, "talaria.whatsapp.numbers[].phone-number-id", "106540352242922");
      Demand.text(
          accessToken, "talaria.whatsapp.numbers[].access-token", "the token of Meta's app");
      Demand.text(definition, "talaria.whatsapp.numbers[].definition", "tech-hiring");
    }

    @Override
    public String toString() {
      return "number " + phoneNumberId;
    }
  }

  /**
   * The rate of a number's governed queue. WhatsApp takes 80 messages a second from most numbers,
   * 1,000 from some and 20 from those that an app on a phone shares.
   */
  public double rate(Number number) {
    return number.sendsPerSecond() == null ? sendsPerSecond : number.sendsPerSecond();
  }

  /** The same by the number's id; the installation's for one that isn't ours. */
  double rate(String numberId) {
    return numbers.stream()
        .filter(number -> number.phoneNumberId().equals(numberId))
        .findFirst()
        .map(this::rate)
        .orElse(sendsPerSecond);
  }

  /** Whether a token is the public one of the demonstration. */
  public boolean isDemo() {
    return numbers.stream().anyMatch(number -> number.accessToken().startsWith("demo-"));
  }

  /** The access token of a number of ours. */
  public Optional<String> token(String numberId) {
    return numbers.stream()
        .filter(number -> number.phoneNumberId().equals(numberId))
        .map(Number::accessToken)
        .findFirst();
  }
}
