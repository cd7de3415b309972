package io.talaria.worker.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import io.talaria.journal.alert.AlertSubject;
import io.talaria.journal.alert.Lead;
import io.talaria.port.Desk.Alert;
import io.talaria.worker.ConsoleSettings;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** An alert in Slack's Block Kit, in the desk's language. */
@Component
class AlertMessage {
  private static final int QUOTE = 300;

  private final SlackSettings settings;
  private final ConsoleSettings console;
  private final DeskWords words;

  AlertMessage(SlackSettings settings, ConsoleSettings console, DeskWords words) {
    this.settings = settings;
    this.console = console;
    this.words = words;
  }

  ChatPostMessageRequest of(Alert alert, AlertSubject subject, List<Lead> leads, boolean again) {
    String name = escaped(subject.name() == null ? words.say("nobody") : subject.name());
    String kind = alert.kind().name().toLowerCase(Locale.ROOT);
    String plain = words.say("headline." + kind, name, escaped(subject.stage()));
    String headline = subject.highValue() ? words.say("high_value", plain) : plain;
    String marked = again ? words.say("again", headline) : headline;
    var text = new StringBuilder("*").append(marked).append("*\n");
    text.append(words.say("since." + kind, date(alert.since().getEpochSecond())));
    if (subject.ownerName() != null) {
      text.append(" · ").append(words.say("owner", escaped(subject.ownerName())));
    }
    if (!leads.isEmpty()) {
      String names = leads.stream().map(Lead::name).collect(Collectors.joining(", "));
      text.append(" · ").append(words.say("leads", escaped(names)));
    }
    if (subject.lastWords() != null) {
      text.append('\n').append(quoted(subject.lastWords()));
    }
    return ChatPostMessageRequest.builder()
        .channel(settings.channel())
        .text(marked)
        .unfurlLinks(false)
        .blocks(
            asBlocks(
                section(block -> block.text(markdownText(text.toString()))),
                actions(
                    block ->
                        block.elements(
                            asElements(
                                button(
                                    open ->
                                        open.actionId("open_conversation")
                                            .style("primary")
                                            .text(plainText(words.say("open")))
                                            .url(console.conversation(alert.candidateId()))))))))
        .build();
  }

  /** Slack shows it in each reader's own time zone; the fallback is for old clients. */
  static String date(long epochSecond) {
    return "<!date^%d^{date_short_pretty} {time}|%s>"
        .formatted(epochSecond, Instant.ofEpochSecond(epochSecond));
  }

  private static String quoted(String words) {
    String shortened = words.length() > QUOTE ? words.substring(0, QUOTE) + "…" : words;
    return "> " + escaped(shortened).replaceAll("\\R", "\n> ");
  }

  /** A candidate's words must not mention the channel or link anywhere. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
