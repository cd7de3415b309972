package io.talaria.console.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Words;
import io.talaria.port.Outbound;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Free text with its count; the draft stays on the device until it left. */
class ReplyBox extends Div {
  private final Words words = Words.here();
  private final TextArea text = new TextArea();
  private final Span count = new Span();
  private final Button schedule = new Button(Icon.of("clock", ""));
  private final Button send = new Button(words.say("send"));
  private @Nullable String conversation;
  private boolean sending;

  ReplyBox(Consumer<String> sender, Consumer<String> later) {
    addClassName("c-box");
    text.setMinRows(1);
    text.setMaxRows(8);
    text.setValueChangeMode(ValueChangeMode.EAGER);
    text.addValueChangeListener(change -> counted());
    count.addClassNames("micro", "quiet");
    count.getElement().setAttribute("role", "status");
    count.getStyle().set("margin-right", "8px");
    send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    send.addClassName("send");
    send.getElement().appendChild(Icon.key("Ctrl ↵").getElement());
    send.addClickListener(
        click -> {
          if (sendable()) {
            sender.accept(text.getValue());
          }
        });
    schedule.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    schedule.setAriaLabel(words.say("schedule.title"));
    schedule.setTooltipText(words.say("schedule.title"));
    schedule.addClickListener(
        click -> {
          if (sendable()) {
            later.accept(text.getValue());
          }
        });
    var room = new Span();
    room.addClassName("grow");
    var bar = new Div(room, count, schedule, send);
    bar.addClassName("c-bar");
    add(text, bar);
    counted();
  }

  /** Another conversation: its own draft, if there is one on this device. */
  void conversation(String key, String label) {
    text.setAriaLabel(label);
    text.setPlaceholder(label);
    if (!key.equals(conversation)) {
      conversation = key;
      text.setValue("");
      text.getElement()
          .executeJs("return Talaria.draft(this, $0)", key)
          .then(
              String.class,
              draft -> {
                if (key.equals(conversation) && text.isEmpty() && !draft.isEmpty()) {
                  text.setValue(draft);
                }
              });
    }
  }

  void sending(boolean now) {
    sending = now;
    text.setReadOnly(now);
    counted();
  }

  void clear() {
    text.setValue("");
    text.getElement().executeJs("Talaria.forget($0)", conversation);
  }

  void focus() {
    text.focus();
  }

  private boolean sendable() {
    String written = text.getValue();
    return !sending && !written.isBlank() && written.length() <= Outbound.TEXT_LIMIT;
  }

  private void counted() {
    int length = text.getValue().length();
    boolean over = length > Outbound.TEXT_LIMIT;
    String limit = words.number(Outbound.TEXT_LIMIT);
    count.setText(
        over
            ? words.say("composer.over", "n", words.number(length), "limit", limit)
            : words.number(length) + " / " + limit);
    count.setClassName("over", over);
    send.setEnabled(sendable());
    schedule.setEnabled(sendable());
  }
}
