package io.talaria.console.inbox;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
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
    var reason = area("takeover.reason.label");
    reason.setRequiredIndicatorVisible(true);
    var dialog = dialog(words.say("takeover.from", "name", holder.name()));
    dialog.add(
        new Paragraph(
            words.say(
                "takeover.taken", "name", holder.name(), "t", Moments.here().near(holder.since()))),
        reason);
    var go = new Button(words.say("takeover"));
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    go.addClickListener(
        click -> {
          if (reason.getValue().isBlank()) {
            reason.setErrorMessage(words.say("takeover.reason.missing"));
            reason.setInvalid(true);
          } else {
            dialog.close();
            take.accept(reason.getValue().strip());
          }
        });
    dialog.getFooter().add(new Button(words.say("cancel"), click -> dialog.close()), go);
    dialog.open();
    return dialog;
  }

  /** A reply of the bot is kept back: the reason is required, and a person is called. */
  static Dialog reject(Consumer<String> reject) {
    Words words = Words.here();
    var reason = area("review.reason");
    reason.setRequiredIndicatorVisible(true);
    reason.setAutofocus(true);
    var dialog = dialog(words.say("review.reject.title"));
    dialog.add(new Paragraph(words.say("review.reject.what")), reason);
    var go = new Button(words.say("review.reject"));
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    go.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
    go.addClickListener(
        click -> {
          if (reason.getValue().isBlank()) {
            reason.setErrorMessage(words.say("review.reason.missing"));
            reason.setInvalid(true);
          } else {
            dialog.close();
            reject.accept(reason.getValue().strip());
          }
        });
    dialog.getFooter().add(new Button(words.say("cancel"), click -> dialog.close()), go);
    dialog.open();
    return dialog;
  }

  private static Dialog dialog(String title) {
    var dialog = new Dialog();
    dialog.setHeaderTitle(title);
    dialog.setWidth("440px");
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
