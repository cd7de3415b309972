package io.talaria.worker.slack;

import io.talaria.journal.alert.HoldNews;
import io.talaria.journal.alert.HoldTelling;
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

  private final HoldTelling telling;
  private final HoldMessage message;
  private final Notices notices;

  HoldNotices(HoldTelling telling, HoldMessage message, Notices notices) {
    this.telling = telling;
    this.message = message;
    this.notices = notices;
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
    notices.post(
        message.of(news),
        news.again(),
        "That number %s is held or sends again".formatted(news.numberId()),
        news,
        telling);
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
