package io.talaria.gateway.whatsapp;

import io.talaria.gateway.start.StartRefused;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo's secrets are public: in production whoever knows them could write as any candidate. */
@Component
@Profile("production")
class DemoSecrets implements InitializingBean {
  private static final String DEMO = "demo-";

  private final WhatsAppSettings settings;

  DemoSecrets(WhatsAppSettings settings) {
    this.settings = settings;
  }

  @Override
  public void afterPropertiesSet() {
    refuse("app-secret", settings.appSecret());
    refuse("verify-token", settings.verifyToken());
    String previous = settings.previousAppSecret();
    if (previous != null) {
      refuse("previous-app-secret", previous);
    }
  }

  private static void refuse(String name, String secret) {
    if (secret.startsWith(DEMO)) {
      throw new StartRefused(
          "talaria.whatsapp." + name + " is the demo's, which everybody knows.",
          "Set a secret of your own, or leave out the profile 'production'.");
    }
  }
}
