package io.talaria.console.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.talaria.console.shell.CtrlEnter;
import io.talaria.console.words.Words;
import io.talaria.journey.HandBack;
import io.talaria.journey.HandBack.Outcome;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hand back: what the intervention came to, in as few strokes as the holder likes. */
class HandBackDialog extends Dialog {
  private final Words words = Words.here();
  private final RadioButtonGroup<Outcome> outcome = new RadioButtonGroup<>();
  private final TextArea summary = Dialogs.area("handback.summary.ask");
  private final TextArea notes = Dialogs.area("handback.notes.ask");
  private final Checkbox keep = new Checkbox(true);

  /**
   * @param takeover by which they hold it; null when that isn't known
   * @param scheduled how many replies wait for their time; they are kept unless the holder says no
   */
  HandBackDialog(UUID operatorId, @Nullable UUID takeover, int scheduled, Consumer<HandBack> back) {
    UUID request = UUID.randomUUID();
    setHeaderTitle(words.say("handback.title"));
    setWidth("460px");
    var text = new Div(words.say("handback.what"));
    text.addClassNames("sm", "quiet");
    outcome.setLabel(words.say("handback.outcome"));
    outcome.setItems(Outcome.values());
    outcome.setItemLabelGenerator(one -> words.say("outcome." + one.name()));
    summary.setAutofocus(true);
    keep.setLabel(words.say("handback.scheduled", "n", scheduled));
    keep.setVisible(scheduled > 0);
    add(text, summary, outcome, notes, keep);
    var go = new Button(words.say("handback"));
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    go.addClickListener(
        click -> {
          close();
          back.accept(
              new HandBack(
                  request,
                  operatorId,
                  takeover,
                  written(summary),
                  outcome.getValue(),
                  written(notes),
                  !keep.getValue()));
        });
    CtrlEnter.presses(go);
    getFooter().add(new Button(words.say("cancel"), click -> close()), go);
  }

  private static @Nullable String written(TextArea area) {
    return area.getValue().isBlank() ? null : area.getValue().strip();
  }
}
