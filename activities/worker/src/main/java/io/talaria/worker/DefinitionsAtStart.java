package io.talaria.worker;

import io.talaria.journal.definition.DefinitionPublishing;
import io.talaria.journal.definition.Published;
import io.talaria.worker.whatsapp.WhatsAppSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Publishes the definitions that our numbers speak; one with a mistake stops the start. */
@Component
class DefinitionsAtStart implements InitializingBean {
  private static final Logger log = LoggerFactory.getLogger(DefinitionsAtStart.class);

  private final WhatsAppSettings settings;
  private final DefinitionPublishing publishing;

  DefinitionsAtStart(WhatsAppSettings settings, DefinitionPublishing publishing) {
    this.settings = settings;
    this.publishing = publishing;
  }

  @Override
  public void afterPropertiesSet() {
    for (WhatsAppSettings.Number number : settings.numbers()) {
      Published published = publishing.publish(number.account(), number.definition());
      log.info(
          "Number {} speaks {} {}",
          number.phoneNumberId(),
          number.definition(),
          published.version());
    }
  }
}
