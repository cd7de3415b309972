package io.talaria.worker.whatsapp;

import io.talaria.journal.send.MessagingLimits;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Writes what the settings say of WhatsApp's messaging limit, for all that ask the journal. */
@Component
class LimitAtStart implements InitializingBean {
  private final WhatsAppSettings numbers;
  private final MessagingLimitSettings settings;
  private final MessagingLimits limits;

  LimitAtStart(WhatsAppSettings numbers, MessagingLimitSettings settings, MessagingLimits limits) {
    this.numbers = numbers;
    this.settings = settings;
    this.limits = limits;
  }

  @Override
  public void afterPropertiesSet() {
    numbers.numbers().stream()
        .map(WhatsAppSettings.Number::account)
        .distinct()
        .forEach(account -> limits.configured(account, settings.messagingLimit()));
  }
}
