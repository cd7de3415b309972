package io.talaria.console.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.talaria.console.shell.CtrlEnter;
import io.talaria.console.words.Words;
import io.talaria.journal.operator.Operator;
import java.util.List;
import java.util.function.BiConsumer;

/** Gives a conversation to a colleague, with a note for them. */
class HandOverDialog extends Dialog {
  private final Words words = Words.here();
  private final Select<Operator> colleague = new Select<>();
  private final TextArea note = Dialogs.area("handover.note");

  HandOverDialog(List<Operator> team, BiConsumer<Operator, String> give) {
    setHeaderTitle(words.say("handover.title"));
    setWidth("440px");
    var text = new Div(words.say(team.isEmpty() ? "handover.nobody" : "handover.what"));
    text.addClassNames("sm", "quiet");
    colleague.setLabel(words.say("handover.to"));
    colleague.setItems(team);
    colleague.setItemLabelGenerator(Operator::name);
    colleague.setWidthFull();
    colleague.setAutofocus(true);
    var go = new Button(words.say("handover"));
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    go.setEnabled(!team.isEmpty());
    go.addClickListener(
        click -> {
          if (colleague.getValue() == null) {
            colleague.setErrorMessage(words.say("handover.missing"));
            colleague.setInvalid(true);
          } else {
            close();
            give.accept(colleague.getValue(), note.getValue().strip());
          }
        });
    CtrlEnter.presses(go);
    add(text, colleague, note);
    getFooter().add(new Button(words.say("cancel"), click -> close()), go);
  }
}
