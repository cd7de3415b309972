package io.talaria.gateway.whatsapp;

import io.talaria.journey.Phase;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The WhatsApp app and its numbers, as far as the gateway needs them.
 *
 * @param appSecret of the Meta app; signs every webhook
 * @param previousAppSecret still accepted while the secret is being changed
 * @param verifyToken that Meta presents when the webhook is registered; chosen by us
 * @param numbers business numbers that are answered; deliveries for others go to quarantine
 */
@Validated
@ConfigurationProperties("talaria.whatsapp")
record WhatsAppSettings(
    @NotBlank(
            message =
                "is missing: set TALARIA_WHATSAPP_APP_SECRET to the app secret of your Meta app"
                    + " (App Dashboard, Settings, Basic)")
        String appSecret,
    @Nullable String previousAppSecret,
    @NotBlank(
            message =
                "is missing: set TALARIA_WHATSAPP_VERIFY_TOKEN to a secret of your own and enter the"
                    + " same one in Meta's webhook settings")
        String verifyToken,
    @NotEmpty(
            message =
                "is empty: name at least one number, with TALARIA_WHATSAPP_NUMBERS_0_PHONENUMBERID"
                    + " and TALARIA_WHATSAPP_NUMBERS_0_DEFINITION")
        @DefaultValue
        List<@Valid Number> numbers) {

  /**
   * @param phoneNumberId WhatsApp's id of the number, not the number itself
   * @param definition name of the definition that it speaks
   * @param account the client that it belongs to
   * @param phase how far its conversations are Talaria's: observe, alert or control
   */
  record Number(
      @NotBlank(message = "is missing: WhatsApp's phone_number_id, from the WhatsApp Manager")
          String phoneNumberId,
      @NotBlank(message = "is missing: the name of a definition, such as tech-hiring")
          String definition,
      @DefaultValue("00000000-0000-0000-0000-000000000001") UUID account,
      @DefaultValue("control") Phase phase) {}

  Optional<Number> number(String phoneNumberId) {
    return numbers.stream().filter(n -> n.phoneNumberId().equals(phoneNumberId)).findFirst();
  }

  /** The clients whose numbers are answered. */
  List<UUID> accounts() {
    return numbers.stream().map(Number::account).distinct().toList();
  }

  /** Secrets never reach a log. */
  @Override
  public String toString() {
    return "WhatsAppSettings" + numbers;
  }
}
