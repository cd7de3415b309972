package io.talaria.gateway.whatsapp;

import io.talaria.gateway.start.StartRefused;
import io.talaria.journal.inbox.Numbers;
import io.talaria.journal.outside.Phases;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Writes the configured numbers into the journal before the first webhook is answered. */
@Component
class ConfiguredNumbers implements InitializingBean {
  private final WhatsAppSettings settings;
  private final Numbers numbers;
  private final Phases phases;

  ConfiguredNumbers(WhatsAppSettings settings, Numbers numbers, Phases phases) {
    this.settings = settings;
    this.numbers = numbers;
    this.phases = phases;
  }

  @Override
  public void afterPropertiesSet() {
    for (WhatsAppSettings.Number number : settings.numbers()) {
      if (!numbers.register(number.phoneNumberId(), number.account(), number.definition())) {
        throw new StartRefused(
            "Number %s is configured for account %s, which does not exist."
                .formatted(number.phoneNumberId(), number.account()),
            "Correct talaria.whatsapp.numbers[].account, or leave it out for the default account.");
      }
      phases.set(number.phoneNumberId(), number.phase());
    }
  }
}
