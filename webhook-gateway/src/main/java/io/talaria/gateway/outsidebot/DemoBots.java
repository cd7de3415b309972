package io.talaria.gateway.outsidebot;

import io.talaria.gateway.start.StartRefused;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo's secret is public: whoever knows it could report words that nobody said. */
@Component
@Profile("production")
class DemoBots implements InitializingBean {
  private final BotSettings settings;

  DemoBots(BotSettings settings) {
    this.settings = settings;
  }

  @Override
  public void afterPropertiesSet() {
    if (settings.isDemo()) {
      throw new StartRefused(
          "talaria.bots.http.<name>.secret is the demo's, which everybody knows.",
          "Set a secret of your own, or leave out the profile 'production'.");
    }
  }
}
