package io.talaria.worker.mail;

import io.talaria.journal.alert.AlertSubjects;
import io.talaria.journal.alert.Alerts;
import io.talaria.journal.alert.Lead;
import io.talaria.port.Desk;
import io.talaria.worker.Demand;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Writes to everybody who leads the team. A mail that may have left is sent once more: two mails of
 * one alert do less harm than none.
 */
@Component("mailDesk")
@ConditionalOnProperty("spring.mail.host")
class MailDesk implements Desk {
  private static final Logger log = LoggerFactory.getLogger(MailDesk.class);
  private static final Duration LATER = Duration.ofMinutes(1);

  private final Alerts alerts;
  private final AlertSubjects subjects;
  private final AlertMail mail;
  private final JavaMailSender sender;
  private final String from;

  MailDesk(
      Alerts alerts,
      AlertSubjects subjects,
      AlertMail mail,
      JavaMailSender sender,
      MailSettings settings) {
    this.alerts = alerts;
    this.subjects = subjects;
    this.mail = mail;
    this.sender = sender;
    this.from = Demand.text(settings.from(), "talaria.mail.from", "talaria@example.org");
  }

  @Override
  public void alert(Alert alert) {
    switch (alerts.begin(alert)) {
      case FIRST, AGAIN -> write(alert);
      case LATER -> throw later("Somebody else is telling it");
      case DONE -> log.debug("Alert {}: nothing to tell any more", alert.episode());
    }
  }

  private void write(Alert alert) {
    List<Lead> leads = subjects.leads(alert.accountId());
    if (leads.isEmpty()) {
      alerts.failed(alert.episode(), "no_lead");
      log.error(
          "Alert {} reaches nobody by e-mail: no operator is a lead. Make somebody one",
          alert.episode());
      return;
    }
    try {
      sender.send(
          leads.stream()
              .map(lead -> mail.of(alert, subjects.of(alert, lead.language()), lead, from))
              .toArray(SimpleMailMessage[]::new));
      alerts.posted(alert.episode(), "mail", "");
    } catch (MailAuthenticationException e) {
      alerts.failed(alert.episode(), "authentication");
      log.error(
          "Alert {} was not mailed: the server refuses the login. Check spring.mail.username and"
              + " spring.mail.password",
          alert.episode());
    } catch (MailException e) {
      // Its message may quote an address.
      log.warn(
          "Alert {} was not mailed: {}. Tried again",
          alert.episode(),
          e.getClass().getSimpleName());
      alerts.notNow(alert.episode());
      throw later("The mail server takes no mail now");
    }
  }

  private static ApplicationFailure later(String why) {
    return ApplicationFailure.newBuilder()
        .setType("NotNow")
        .setMessage(why)
        .setNextRetryDelay(LATER)
        .build();
  }
}
