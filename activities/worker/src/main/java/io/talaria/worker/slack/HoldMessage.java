package io.talaria.worker.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import io.talaria.journal.alert.HoldNews;
import io.talaria.worker.ConsoleSettings;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** That a number is held, or sends again, in Slack's Block Kit and in the desk's language. */
@Component
class HoldMessage {
  private final SlackSettings settings;
  private final ConsoleSettings console;
  private final DeskWords words;

  HoldMessage(SlackSettings settings, ConsoleSettings console, DeskWords words) {
    this.settings = settings;
    this.console = console;
    this.words = words;
  }

  ChatPostMessageRequest of(HoldNews news) {
    Instant lifted = news.liftedAt();
    String number =
        AlertMessage.escaped(
            news.definition() == null
                ? news.numberId()
                : news.numberId() + ", " + news.definition());
    String plain = words.say(lifted == null ? "held.headline" : "lifted.headline", number);
    String headline = news.again() ? words.say("again", plain) : plain;
    String since = AlertMessage.date(news.since().getEpochSecond());
    String text =
        lifted == null
            ? words.say("held.since", since, String.valueOf(news.waiting()))
                + '\n'
                + words.say("held.why", AlertMessage.escaped(why(news)))
                + '\n'
                + words.say("held.what")
            : words.say("lifted.since", since, AlertMessage.date(lifted.getEpochSecond()));
    return ChatPostMessageRequest.builder()
        .channel(settings.channel())
        .text(headline)
        .unfurlLinks(false)
        .blocks(
            asBlocks(
                section(block -> block.text(markdownText("*" + headline + "*\n" + text))),
                actions(
                    block ->
                        block.elements(
                            asElements(
                                button(
                                    open ->
                                        open.actionId("open_console")
                                            .text(plainText(words.say("held.open")))
                                            .url(console.start())))))))
        .build();
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
