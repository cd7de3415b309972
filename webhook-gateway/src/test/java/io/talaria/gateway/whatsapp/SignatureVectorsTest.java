package io.talaria.gateway.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.Phase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignatureVectorsTest {
  /** Computed with openssl: printf '%s' BODY | openssl dgst -sha256 -hmac test-app-secret. */
  private static final String BODY = "{\"body\":\"Olá 🎉 café\"}";

  private static final String SIGNATURE =
      "sha256=65989e93708970e5f8e79c81e143091cd73d436025ea75a6a46f77000c2613f4";

  @Test
  void bytes_beyond_ascii_are_signed_as_they_came() {
    assertThat(signature("test-app-secret", null).isGenuine(utf8(BODY), SIGNATURE)).isTrue();
  }

  @Test
  void hex_may_be_upper_case() {
    String upper = "sha256=" + SIGNATURE.substring(7).toUpperCase(java.util.Locale.ROOT);
    assertThat(signature("test-app-secret", null).isGenuine(utf8(BODY), upper)).isTrue();
  }

  @Test
  void an_empty_previous_secret_signs_nothing() {
    assertThat(signature("another", "").isGenuine(utf8(BODY), SIGNATURE)).isFalse();
  }

  @Test
  void the_previous_secret_signs() {
    assertThat(signature("another", "test-app-secret").isGenuine(utf8(BODY), SIGNATURE)).isTrue();
  }

  private static Signature signature(String secret, String previous) {
    var number = new WhatsAppSettings.Number("1", "tech-hiring", new UUID(0, 1), Phase.CONTROL);
    return new Signature(new WhatsAppSettings(secret, previous, "t", List.of(number)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
