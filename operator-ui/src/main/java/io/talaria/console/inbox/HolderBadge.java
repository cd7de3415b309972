package io.talaria.console.inbox;

import com.vaadin.flow.component.html.Span;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Conversation.Head;
import io.talaria.journal.reading.Conversation.Holder;
import java.util.UUID;

/** Who speaks in this conversation: the bot, a person, or a system that Talaria only watches. */
record HolderBadge(UUID me, Moments moments) {

  Span of(Head head) {
    Words words = moments.words();
    Holder holder = head.holder();
    var badge = new Span();
    badge.addClassNames("badge", "caps");
    if (!head.open()) {
      badge.addClassName("plain");
      badge.setText(words.say("status." + head.status()));
    } else if (holder != null) {
      boolean mine = holder.operatorId().equals(me);
      badge.addClassName("human");
      badge.setClassName("other", !mine);
      String who = mine ? words.say("badge.you") : holder.name().split(" ", 2)[0];
      badge.add(
          Icon.of("human", "xs"),
          new Span(
              words
                  .say("badge.since", "name", who, "t", moments.near(holder.since()))
                  .toUpperCase(words.locale())));
    } else if (head.phase() != null) {
      badge.addClassName("watched");
      badge.add(Icon.of("eye", "xs"), new Span(words.say("badge.watched." + head.phase())));
      badge.setTitle(words.say("watched." + head.phase()));
    } else {
      badge.addClassName("bot");
      badge.add(Icon.of("bot", "xs"), new Span(words.say("badge.bot")));
    }
    return badge;
  }
}
