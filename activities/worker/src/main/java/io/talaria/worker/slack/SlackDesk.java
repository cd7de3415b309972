package io.talaria.worker.slack;

import io.talaria.journal.alert.AlertSubjects;
import io.talaria.journal.alert.Alerts;
import io.talaria.journal.alert.Lead;
import io.talaria.port.Desk;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the team in Slack. The journal says whether and how often; this posts once. */
@Component
class SlackDesk implements Desk {
  private static final Logger log = LoggerFactory.getLogger(SlackDesk.class);
  private static final Duration LATER = Duration.ofSeconds(10);
  private static final Duration ONCE_MORE = Duration.ofSeconds(3);

  private final Alerts alerts;
  private final AlertSubjects subjects;
  private final AlertMessage message;
  private final SlackClient slack;
  private final SlackSettings settings;

  SlackDesk(
      Alerts alerts,
      AlertSubjects subjects,
      AlertMessage message,
      SlackClient slack,
      SlackSettings settings) {
    this.alerts = alerts;
    this.subjects = subjects;
    this.message = message;
    this.slack = slack;
    this.settings = settings;
  }

  @Override
  public void alert(Alert alert) {
    switch (alerts.begin(alert)) {
      case FIRST -> post(alert, false);
      case AGAIN -> post(alert, true);
      case LATER -> throw again("Somebody else is telling it", LATER);
      case DONE -> log.debug("Alert {}: nothing to tell any more", alert.episode());
    }
  }

  private void post(Alert alert, boolean again) {
    String episode = alert.episode();
    List<Lead> leads = alert.escalated() == null ? List.of() : subjects.leads(alert.accountId());
    var request = message.of(alert, subjects.of(alert, settings.language()), leads, again);
    switch (slack.post(request)) {
      case SlackAnswer.Posted posted -> alerts.posted(episode, posted.channel(), posted.ts());
      case SlackAnswer.NotNow notNow -> {
        alerts.notNow(episode);
        throw again("Slack takes no message now", notNow.after());
      }
      case SlackAnswer.Refused refused -> {
        alerts.failed(episode, refused.error());
        log.error(
            "Alert {} was not posted: Slack says {}. Check talaria.slack.bot-token and"
                + " talaria.slack.channel, and that the app was invited to the channel",
            episode,
            refused.error());
      }
      case SlackAnswer.Unknown unknown -> {
        log.warn("Alert {} may or may not have been posted: {}", episode, unknown.why());
        if (alerts.unknown(episode)) {
          throw again("Nobody knows whether it was posted", ONCE_MORE);
        }
      }
    }
  }

  private static ApplicationFailure again(String why, Duration after) {
    return ApplicationFailure.newBuilder()
        .setType("NotNow")
        .setMessage(why)
        .setNextRetryDelay(after)
        .build();
  }
}
