package io.talaria.worker.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the team is told of a number, in Slack's Block Kit, with the way to the console. */
@Component
class NoticeMessage {
  private final SlackSettings settings;
  private final DeskWords words;

  NoticeMessage(SlackSettings settings, DeskWords words) {
    this.settings = settings;
    this.words = words;
  }

  /** A number as people know it: by what is spoken there. */
  static String number(String id, @Nullable String definition) {
    return AlertMessage.escaped(definition == null ? id : id + ", " + definition);
  }

  /**
   * @param plain the headline
   * @param again whether it may have been told already, which the headline says
   * @param page of the console
   */
  ChatPostMessageRequest of(String plain, boolean again, String text, String page) {
    String headline = again ? words.say("again", plain) : plain;
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
                                            .url(page)))))))
        .build();
  }
}
