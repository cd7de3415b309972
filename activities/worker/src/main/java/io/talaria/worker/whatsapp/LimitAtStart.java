package io.talaria.worker.whatsapp;

import io.talaria.journal.send.MessagingLimits;
import java.util.UUID;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataIntegrityViolationException;
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
        .forEach(this::configure);
  }

  private void configure(UUID account) {
    try {
      limits.configured(account, settings.messagingLimit());
    } catch (DataIntegrityViolationException e) {
      throw new IllegalStateException(
          "talaria.whatsapp.numbers names the account " + account + ", which the journal has not",
          e);
    }
  }
}
