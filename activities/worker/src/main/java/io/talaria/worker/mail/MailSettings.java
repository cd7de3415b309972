package io.talaria.worker.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server itself is Spring's: {@code spring.mail.host} and so on.
 *
 * @param from sender of the mails; needed where there is a server
 */
@ConfigurationProperties("talaria.mail")
public record MailSettings(@DefaultValue("") String from) {}
