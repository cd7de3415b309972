package io.talaria.gateway.whatsapp;

import io.talaria.gateway.signed.BodySignature;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Meta's signature: with the app's secret. */
@Component
class Signature {
  private final BodySignature signature;

  Signature(WhatsAppSettings settings) {
    this.signature = new BodySignature(settings.appSecret(), settings.previousAppSecret());
  }

  /** Whether the header signs the body with the current or the previous secret. */
  boolean isGenuine(byte[] body, @Nullable String header) {
    return signature.isGenuine(body, header);
  }
}
