package io.talaria.dev.whatsapp;

import java.net.URI;
import java.util.Map;
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
 * @param templates texts of approved templates by name and language code; {@code {{1}}} and so on
 *     stand for parameters. Another template counts as approved too, its text is just not known.
 */
@ConfigurationProperties("talaria.simulator.whatsapp")
record WhatsAppSettings(
    String phoneNumberId,
    String displayNumber,
    String accountId,
    String businessName,
    String accessToken,
    String appSecret,
    URI webhook,
    Map<String, Map<String, String>> templates) {}
