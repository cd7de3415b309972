package io.talaria.worker.slack;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import io.talaria.journal.alert.HoldNews;
import io.talaria.worker.ConsoleSettings;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** That a number is held, or sends again, in the desk's language. */
@Component
class HoldMessage {
  private final ConsoleSettings console;
  private final DeskWords words;
  private final NoticeMessage notice;

  HoldMessage(ConsoleSettings console, DeskWords words, NoticeMessage notice) {
    this.console = console;
    this.words = words;
    this.notice = notice;
  }

  ChatPostMessageRequest of(HoldNews news) {
    Instant lifted = news.liftedAt();
    String number = NoticeMessage.number(news.numberId(), news.definition());
    String headline = words.say(lifted == null ? "held.headline" : "lifted.headline", number);
    String since = AlertMessage.date(news.since().getEpochSecond());
    String text =
        lifted == null
            ? words.say("held.since", since, String.valueOf(news.waiting()))
                + '\n'
                + words.say("held.why", AlertMessage.escaped(why(news)))
                + '\n'
                + words.say("held.what")
            : words.say("lifted.since", since, AlertMessage.date(lifted.getEpochSecond()));
    return notice.of(headline, news.again(), text, console.start());
  }

  /** WhatsApp's number and words; they are for whoever looks into it. */
  private String why(HoldNews news) {
    Integer code = news.code();
    String detail = news.detail();
    if (code == null) {
      return detail == null ? words.say("held.no_reason") : detail;
    }
    return detail == null ? code.toString() : code + " · " + detail;
  }
}
