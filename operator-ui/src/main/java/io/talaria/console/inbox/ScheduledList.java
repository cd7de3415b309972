package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Conversation;
import io.talaria.journal.reading.Conversation.Head;
import io.talaria.journey.Scheduled;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Over the composer: replies that wait for their time, and when a silent owner's conversation goes
 * back to the bot.
 */
class ScheduledList extends Div {
  private final Words words = Words.here();
  private final Moments moments = Moments.here();
  private final UUID me;
  private final Runnable keep;
  private final Consumer<Scheduled> change;
  private final Consumer<Scheduled> cancel;
  private @Nullable Object shown;

  ScheduledList(UUID me, Runnable keep, Consumer<Scheduled> change, Consumer<Scheduled> cancel) {
    this.me = me;
    this.keep = keep;
    this.change = change;
    this.cancel = cancel;
    addClassName("scheduled");
  }

  void show(Conversation conversation) {
    Head head = conversation.head();
    Object now = List.of(conversation.scheduled(), head.candidateId(), warning(head));
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    removeAll();
    if (!warning(head).isEmpty()) {
      add(goesBack(head));
    }
    conversation.scheduled().forEach(one -> add(line(one, mayChange(head, one))));
    setVisible(getComponentCount() > 0);
  }

  private String warning(Head head) {
    return head.holder() == null || head.warnedAt() == null || head.returnsAt() == null
        ? ""
        : words.say(
            mine(head) ? "owner.silent" : "owner.silent.other",
            "name",
            head.holder().name(),
            "t",
            moments.at(head.returnsAt()));
  }

  private Component goesBack(Head head) {
    var line = new Div(Icon.of("warn", "s"), words(warning(head)));
    line.addClassNames("wait-line", "warn");
    line.getElement().setAttribute("role", "alert");
    if (mine(head)) {
      line.add(button("owner.keep", keep));
    }
    return line;
  }

  private Component line(Scheduled one, boolean mayChange) {
    String problem = one.problem();
    String when =
        problem == null
            ? words.say("scheduled.at", "t", moments.near(one.at()))
            : words.say(
                "scheduled.problem", "reason", words.sayOr(problem, words.say("error.unknown")));
    var at = new Span(when);
    at.addClassName("semi");
    var text = words(one.content().body());
    var line = new Div(Icon.of(problem == null ? "clock" : "xo", "s"), at, text);
    line.addClassName("wait-line");
    line.setClassName("failed", problem != null);
    if (!one.operatorId().equals(me)) {
      var by = new Span(one.operatorName());
      by.addClassNames("xs", "quiet");
      line.add(by);
    }
    if (mayChange) {
      line.add(
          button("scheduled.change", () -> change.accept(one)),
          button("scheduled.cancel", () -> cancel.accept(one)));
    }
    return line;
  }

  private boolean mayChange(Head head, Scheduled one) {
    return head.open() && (one.operatorId().equals(me) || mine(head));
  }

  private boolean mine(Head head) {
    return head.holder() != null && head.holder().operatorId().equals(me);
  }

  private static Span words(String text) {
    var span = new Span(text);
    span.addClassNames("grow", "ell");
    span.setTitle(text);
    return span;
  }

  private Button button(String key, Runnable act) {
    var button = new Button(words.say(key), click -> act.run());
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    return button;
  }
}
