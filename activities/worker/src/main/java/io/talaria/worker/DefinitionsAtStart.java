package io.talaria.worker;

import io.talaria.journal.definition.DefinitionPublishing;
import io.talaria.journal.definition.Engine;
import io.talaria.journal.definition.Published;
import io.talaria.worker.bot.http.BotSettings;
import io.talaria.worker.whatsapp.WhatsAppSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Publishes the definitions that our numbers speak; one with a mistake stops the start, and so does
 * one that names a bot which isn't configured.
 */
@Component
class DefinitionsAtStart implements InitializingBean {
  private static final Logger log = LoggerFactory.getLogger(DefinitionsAtStart.class);

  private final WhatsAppSettings settings;
  private final BotSettings bots;
  private final DefinitionPublishing publishing;

  DefinitionsAtStart(WhatsAppSettings settings, BotSettings bots, DefinitionPublishing publishing) {
    this.settings = settings;
    this.bots = bots;
    this.publishing = publishing;
  }

  @Override
  public void afterPropertiesSet() {
    for (WhatsAppSettings.Number number : settings.numbers()) {
      Published published = publishing.publish(number.account(), number.definition());
      published.definition().engines().forEach((stage, engine) -> check(number, stage, engine));
      log.info(
          "Number {} speaks {} {}",
          number.phoneNumberId(),
          number.definition(),
          published.version());
    }
  }

  private void check(WhatsAppSettings.Number number, String stage, Engine engine) {
    if (engine instanceof Engine.Http http) {
      Demand.that(
          bots.knows(http.name()),
          "Definition %s names the bot %s at stage %s, which is not configured; set talaria.bots.http.%s.url and .secret"
              .formatted(number.definition(), http.name(), stage, http.name()));
    }
  }
}
