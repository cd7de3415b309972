package io.talaria.console.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.talaria.console.shell.CtrlEnter;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Conversation.Holder;
import java.util.function.Consumer;

/** What a conversation asks before it acts. */
final class Dialogs {
  private static final int LONGEST = 1_000;

  private Dialogs() {}

  /** A lead takes it from whoever holds it: the reason is required. */
  static Dialog takeFrom(Holder holder, Consumer<String> take) {
    Words words = Words.here();
    String since = Moments.here().near(holder.since());
    return why(
        words.say("takeover.from", "name", holder.name()),
        words.say("takeover.taken", "name", holder.name(), "t", since),
        "takeover.reason.label",
        "takeover.reason.missing",
        words.say("takeover"),
        take);
  }

  /** A reply of the bot is kept back: the reason is required, and a person is called. */
  static Dialog reject(Consumer<String> reject) {
    Words words = Words.here();
    return why(
        words.say("review.reject.title"),
        words.say("review.reject.what"),
        "review.reason",
        "review.reason.missing",
        words.say("review.reject"),
        reject);
  }

  private static Dialog why(
      String title, String what, String label, String missing, String act, Consumer<String> said) {
    Words words = Words.here();
    var dialog = new Dialog();
    dialog.setHeaderTitle(title);
    dialog.setWidth("440px");
    var reason = area(label);
    reason.setRequiredIndicatorVisible(true);
    reason.setAutofocus(true);
    dialog.add(new Paragraph(what), reason);
    var go = new Button(act);
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    go.addClickListener(
        click -> {
          if (reason.getValue().isBlank()) {
            reason.setErrorMessage(words.say(missing));
            reason.setInvalid(true);
          } else {
            dialog.close();
            said.accept(reason.getValue().strip());
          }
        });
    CtrlEnter.presses(go);
    dialog.getFooter().add(new Button(words.say("cancel"), click -> dialog.close()), go);
    dialog.open();
    return dialog;
  }

  static TextArea area(String key) {
    var area = new TextArea(Words.here().say(key));
    area.setMaxLength(LONGEST);
    area.setWidthFull();
    area.setMinRows(2);
    return area;
  }
}
