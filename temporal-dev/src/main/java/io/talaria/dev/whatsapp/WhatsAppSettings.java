package io.talaria.dev.whatsapp;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who the simulated business is and where its webhooks go. The defaults follow Talaria's own
 * configuration, so that both sides agree when the environment changes it.
 *
 * @param phoneNumberId the business number's id, in the path of every call
 * @param displayNumber as people see it
 * @param accountId the business account's id, {@code entry[].id} of webhooks
 * @param businessName at the top of the phone
 * @param accessToken expected as bearer
 * @param appSecret signs the webhooks
 * @param webhook where they are posted to
 */
@ConfigurationProperties("talaria.simulator.whatsapp")
record WhatsAppSettings(
    String phoneNumberId,
    String displayNumber,
    String accountId,
    String businessName,
    String accessToken,
    String appSecret,
    URI webhook) {}
