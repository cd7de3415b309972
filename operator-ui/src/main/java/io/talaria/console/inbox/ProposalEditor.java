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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The bot's bubbles as fields, each with its count. What can be tapped stays; a template is
 * approved as it is. There is no undo after this, so one button sends and says so.
 */
class ProposalEditor extends Div {
  private final Words words = Words.here();
  private final List<Outbound> proposed;
  private final List<TextArea> fields = new ArrayList<>();
  private final List<Span> counts = new ArrayList<>();
  private final Button send = new Button(words.say("review.sendEdited"));
  private final Button cancel;
  private boolean busy;

  ProposalEditor(List<Outbound> proposed, Consumer<List<String>> sender, Runnable cancelled) {
    this.proposed = proposed;
    addClassName("proposed-edit");
    for (int i = 0; i < proposed.size(); i++) {
      add(field(i));
    }
    send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    send.addClassName("send");
    send.getElement().appendChild(Icon.key("Ctrl ↵").getElement());
    send.addClickListener(
        click -> {
          if (sendable()) {
            sender.accept(texts());
          }
        });
    cancel = new Button(words.say("cancel"), click -> cancelled.run());
    var row = new Div(send, cancel);
    row.addClassName("proposed-acts");
    add(row);
    counted();
  }

  void focus() {
    fields.getFirst().focus();
  }

  void busy(boolean now) {
    busy = now;
    for (int i = 0; i < fields.size(); i++) {
      fields.get(i).setReadOnly(now || proposed.get(i) instanceof Outbound.Template);
    }
    cancel.setEnabled(!now);
    counted();
  }

  private Div field(int position) {
    Outbound one = proposed.get(position);
    var field = new TextArea();
    String label = words.say("review.bubble", "n", position + 1, "of", proposed.size());
    field.setAriaLabel(label);
    field.setMinRows(2);
    field.setMaxRows(12);
    field.setValueChangeMode(ValueChangeMode.EAGER);
    field.setValue(one.body());
    field.setReadOnly(one instanceof Outbound.Template);
    field.addValueChangeListener(change -> counted());
    var count = new Span();
    count.addClassNames("micro", "quiet");
    count.getElement().setAttribute("role", "status");
    fields.add(field);
    counts.add(count);
    var box = new Div(field, count);
    box.addClassName("c-box");
    return box;
  }

  private void counted() {
    for (int i = 0; i < counts.size(); i++) {
      int length = fields.get(i).getValue().strip().length();
      boolean over = length > proposed.get(i).limit();
      String limit = words.number(proposed.get(i).limit());
      counts
          .get(i)
          .setText(
              over
                  ? words.say("composer.over", "n", words.number(length), "limit", limit)
                  : words.number(length) + " / " + limit);
      counts.get(i).setClassName("over", over);
    }
    send.setEnabled(sendable());
  }

  private boolean sendable() {
    boolean fit = !busy;
    for (int i = 0; i < fields.size(); i++) {
      String text = fields.get(i).getValue().strip();
      fit &= !text.isEmpty() && text.length() <= proposed.get(i).limit();
    }
    return fit;
  }

  private List<String> texts() {
    return fields.stream().map(field -> field.getValue().strip()).toList();
  }
}
