package io.talaria.worker.mail;

import io.talaria.journal.alert.AlertSubject;
import io.talaria.journal.alert.Lead;
import io.talaria.port.Desk.Alert;
import io.talaria.port.Desk.Escalated;
import io.talaria.worker.ConsoleSettings;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.stereotype.Component;

/** What nobody acknowledged, as a mail in the reader's language. It doesn't quote the candidate. */
@Component
class AlertMail {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ConsoleSettings console;
  private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

  AlertMail(ConsoleSettings console) {
    this.console = console;
    words.setBasename("mails");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
  }

  SimpleMailMessage of(Alert alert, AlertSubject subject, Lead lead, String from) {
    Locale locale = Locale.forLanguageTag(lead.language());
    Escalated escalated = Objects.requireNonNull(alert.escalated());
    String name = subject.name() == null ? say(locale, "nobody") : subject.name();
    String about = say(locale, "about." + escalated.about().name().toLowerCase(Locale.ROOT), name);
    var mail = new SimpleMailMessage();
    mail.setFrom(from);
    mail.setTo(lead.email());
    mail.setSubject(say(locale, "subject", about));
    mail.setText(
        say(
            locale,
            "text",
            lead.name(),
            about,
            subject.stage(),
            TIME.format(alert.since()),
            console.conversation(alert.candidateId())));
    return mail;
  }

  private String say(Locale locale, String key, Object... values) {
    return words.getMessage(key, values, locale);
  }
}
