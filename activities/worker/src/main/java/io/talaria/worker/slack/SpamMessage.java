package io.talaria.worker.slack;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import io.talaria.journal.alert.SpamNews;
import io.talaria.worker.ConsoleSettings;
import org.springframework.stereotype.Component;

/** That people blocked or reported a number, and what waits, in the desk's language. */
@Component
class SpamMessage {
  private final ConsoleSettings console;
  private final DeskWords words;
  private final NoticeMessage notice;

  SpamMessage(ConsoleSettings console, DeskWords words, NoticeMessage notice) {
    this.console = console;
    this.words = words;
    this.notice = notice;
  }

  ChatPostMessageRequest of(SpamNews news) {
    String number = NoticeMessage.number(news.numberId(), news.definition());
    String text =
        words.say(
                "reported.since",
                AlertMessage.date(news.since().getEpochSecond()),
                AlertMessage.date(news.until().getEpochSecond()),
                String.valueOf(news.waiting()))
            + '\n'
            + words.say("reported.what");
    return notice.of(words.say("reported.headline", number), news.again(), text, console.starts());
  }
}
