package io.talaria.worker.whatsapp;

import io.talaria.worker.Demand;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param messagingLimit how many people each account's numbers together may write to outside their
 *     service windows in 24 hours, until WhatsApp tells it; null for as many as one likes
 */
@ConfigurationProperties("talaria.whatsapp")
record MessagingLimitSettings(@Nullable Integer messagingLimit) {
  MessagingLimitSettings {
    Demand.that(
        messagingLimit == null || messagingLimit > 0,
        "talaria.whatsapp.messaging-limit must be over 0, such as 2000, but is " + messagingLimit);
  }
}
