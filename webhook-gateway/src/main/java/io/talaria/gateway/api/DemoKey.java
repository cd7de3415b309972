package io.talaria.gateway.api;

import io.talaria.gateway.start.StartRefused;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo's key is public: in production whoever knows it could change what is offered. */
@Component
@Profile("production")
class DemoKey implements InitializingBean {
  private static final String SHA256 =
      "ca6f2e39b2ff141859b18bb5283aadd5093c8ede2869f3656231a054e54bfc22";

  private final ApiSettings settings;

  DemoKey(ApiSettings settings) {
    this.settings = settings;
  }

  @Override
  public void afterPropertiesSet() {
    if (settings.clients().stream().anyMatch(client -> client.keySha256().equals(SHA256))) {
      throw new StartRefused(
          "talaria.api.clients[].key-sha256 is the demo's, whose key everybody knows.",
          "Set the SHA-256 of a key of your own, or leave out the profile 'production'.");
    }
  }
}
