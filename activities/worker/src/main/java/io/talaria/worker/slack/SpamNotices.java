package io.talaria.worker.slack;

import io.talaria.journal.alert.SpamNews;
import io.talaria.journal.alert.SpamTelling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells the team once that people blocked or reported a number, so that its starts wait. */
@Component
class SpamNotices {
  private static final Logger log = LoggerFactory.getLogger(SpamNotices.class);

  private final SpamTelling telling;
  private final SpamMessage message;
  private final Notices notices;

  SpamNotices(SpamTelling telling, SpamMessage message, Notices notices) {
    this.telling = telling;
    this.message = message;
    this.notices = notices;
  }

  @Scheduled(fixedDelayString = "${talaria.worker.look-for-held-numbers-every}")
  void tell() {
    try {
      telling.take().forEach(this::tell);
    } catch (RuntimeException e) {
      log.warn("Reported numbers could not be looked for: {}", e.getClass().getSimpleName());
    }
  }

  private void tell(SpamNews news) {
    if (!news.again()) {
      log.error(
          "WhatsApp limits what number {} sends unasked, since people blocked or reported it"
              + " (131048). Its planned starts and the bot's templates wait until {}",
          news.numberId(),
          news.until());
    }
    notices.post(
        message.of(news),
        news.again(),
        "That number %s was reported".formatted(news.numberId()),
        news,
        telling);
  }
}
