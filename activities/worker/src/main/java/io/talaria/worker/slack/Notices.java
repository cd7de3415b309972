package io.talaria.worker.slack;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Posts what is of no journey, and tells whoever keeps it how that went. */
@Component
class Notices {
  private static final Logger log = LoggerFactory.getLogger(Notices.class);
  private static final Duration ONCE_MORE = Duration.ofSeconds(3);

  private final SlackClient slack;

  Notices(SlackClient slack) {
    this.slack = slack;
  }

  /** Whoever keeps what is to be told. */
  interface Kept {
    /** It was told, or never will be. */
    void settled();

    /**
     * It is to be told later.
     *
     * @param untold whether it was definitely not told
     */
    void later(Duration after, boolean untold);
  }

  /**
   * Posts it once; once more where nobody knows whether it was posted.
   *
   * @param again whether that was so before
   * @param what it says, for the log: names nobody
   */
  void post(ChatPostMessageRequest message, boolean again, String what, Kept kept) {
    switch (slack.post(message)) {
      case SlackAnswer.Posted ignored -> kept.settled();
      case SlackAnswer.NotNow notNow -> kept.later(notNow.after(), true);
      case SlackAnswer.Refused refused -> {
        kept.settled();
        log.error(
            "{} was not posted: Slack says {}. Check talaria.slack.bot-token and"
                + " talaria.slack.channel, and that the app was invited to the channel",
            what,
            refused.error());
      }
      case SlackAnswer.Unknown unknown -> {
        log.warn("{} may or may not have been posted: {}", what, unknown.why());
        if (again) {
          kept.settled();
        } else {
          kept.later(ONCE_MORE, false);
        }
      }
    }
  }
}
