package io.talaria.worker.slack;

import io.talaria.journal.alert.HoldNews;
import io.talaria.journal.alert.HoldTelling;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the team once that a number is held, and once that it sends again. It is no journey's
 * affair, so no journey tells it; any worker does, and the journal says which.
 */
@Component
class HoldNotices {
  private static final Logger log = LoggerFactory.getLogger(HoldNotices.class);
  private static final Duration ONCE_MORE = Duration.ofSeconds(3);

  private final HoldTelling telling;
  private final HoldMessage message;
  private final SlackClient slack;

  HoldNotices(HoldTelling telling, HoldMessage message, SlackClient slack) {
    this.telling = telling;
    this.message = message;
    this.slack = slack;
  }

  @Scheduled(fixedDelayString = "${talaria.worker.look-for-held-numbers-every}")
  void tell() {
    try {
      telling.take().forEach(this::tell);
    } catch (RuntimeException e) {
      log.warn("Held numbers could not be looked for: {}", e.getClass().getSimpleName());
    }
  }

  private void tell(HoldNews news) {
    if (!news.again()) {
      note(news);
    }
    switch (slack.post(message.of(news))) {
      case SlackAnswer.Posted ignored -> telling.settled(news);
      case SlackAnswer.NotNow notNow -> telling.later(news, notNow.after(), true);
      case SlackAnswer.Refused refused -> {
        telling.settled(news);
        log.error(
            "That number {} is held or sends again was not posted: Slack says {}. Check"
                + " talaria.slack.bot-token and talaria.slack.channel, and that the app was invited"
                + " to the channel",
            news.numberId(),
            refused.error());
      }
      case SlackAnswer.Unknown unknown -> {
        log.warn(
            "That number {} is held or sends again may or may not have been posted: {}",
            news.numberId(),
            unknown.why());
        if (news.again()) {
          telling.settled(news);
        } else {
          telling.later(news, ONCE_MORE, false);
        }
      }
    }
  }

  private static void note(HoldNews news) {
    if (news.liftedAt() == null) {
      log.error(
          "WhatsApp refuses what number {} sends, for the account's sake: code {}, {}. Its sends"
              + " wait until WhatsApp takes one again",
          news.numberId(),
          news.code(),
          news.detail());
    } else {
      log.info("WhatsApp takes what number {} sends again", news.numberId());
    }
  }
}
