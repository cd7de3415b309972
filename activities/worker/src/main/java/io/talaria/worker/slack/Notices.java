package io.talaria.worker.slack;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import io.talaria.journal.alert.NumberTelling;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Posts what is of no journey, and tells the journal how that went. */
@Component
class Notices {
  private static final Logger log = LoggerFactory.getLogger(Notices.class);
  private static final Duration ONCE_MORE = Duration.ofSeconds(3);

  private final SlackClient slack;

  Notices(SlackClient slack) {
    this.slack = slack;
  }

  /**
   * Posts it once; once more where nobody knows whether it was posted.
   *
   * @param again whether that was so before
   * @param what it says, for the log: names nobody
   */
  <N> void post(
      ChatPostMessageRequest message,
      boolean again,
      String what,
      N news,
      NumberTelling<N> telling) {
    switch (slack.post(message)) {
      case SlackAnswer.Posted ignored -> telling.settled(news);
      case SlackAnswer.NotNow notNow -> telling.later(news, notNow.after(), true);
      case SlackAnswer.Refused refused -> {
        telling.settled(news);
        log.error(
            "{} was not posted: Slack says {}. Check talaria.slack.bot-token and"
                + " talaria.slack.channel, and that the app was invited to the channel",
            what,
            refused.error());
      }
      case SlackAnswer.Unknown unknown -> {
        log.warn("{} may or may not have been posted: {}", what, unknown.why());
        if (again) {
          telling.settled(news);
        } else {
          telling.later(news, ONCE_MORE, false);
        }
      }
    }
  }
}
