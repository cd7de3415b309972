package io.talaria.worker;

import io.talaria.port.Desk;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Slack for everything but the last step of an escalation, which is an e-mail. */
@Component
@Primary
class TeamDesk implements Desk {
  private static final Logger log = LoggerFactory.getLogger(TeamDesk.class);
  private static final int BY_MAIL = 2;

  private final Desk slack;
  private final @Nullable Desk mail;
  private final AtomicBoolean told = new AtomicBoolean();

  TeamDesk(@Qualifier("slackDesk") Desk slack, @Qualifier("mailDesk") @Nullable Desk mail) {
    this.slack = slack;
    this.mail = mail;
  }

  @Override
  public void alert(Alert alert) {
    Escalated escalated = alert.escalated();
    boolean byMail = escalated != null && escalated.level() >= BY_MAIL;
    if (byMail && mail != null) {
      mail.alert(alert);
      return;
    }
    if (byMail && !told.getAndSet(true)) {
      log.warn(
          "An alert that nobody acknowledged is told in Slack once more instead of by e-mail. Set"
              + " spring.mail.host and talaria.mail.from");
    }
    slack.alert(alert);
  }
}
