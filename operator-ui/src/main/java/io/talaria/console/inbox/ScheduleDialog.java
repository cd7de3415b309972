package io.talaria.console.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.talaria.console.shell.CtrlEnter;
import io.talaria.console.words.MomentField;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journey.ScheduleReply;
import io.talaria.port.Outbound;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.BiConsumer;

/** When a reply leaves, by the reader's clock; what it says may be changed here too. */
class ScheduleDialog extends Dialog {
  private final Words words = Words.here();
  private final Moments moments = Moments.here();
  private final MomentField when = new MomentField(words, words.say("schedule.when"));
  private final TextArea text = Dialogs.area("schedule.text");

  /** An hour from now, on the hour, unless something is changed. */
  ScheduleDialog(Outbound content, Instant wished, BiConsumer<Outbound, Instant> keep) {
    setHeaderTitle(words.say("schedule.title"));
    setWidth("460px");
    var what = new Div(words.say("schedule.what"));
    what.addClassNames("sm", "quiet");
    LocalDateTime now = LocalDateTime.now(moments.zone());
    when.setMin(now.withSecond(0).withNano(0));
    when.setMax(now.plus(ScheduleReply.LONGEST));
    when.setValue(LocalDateTime.ofInstant(wished, moments.zone()).withSecond(0).withNano(0));
    when.setWidthFull();
    when.getElement().setAttribute("autofocus", true);
    text.setMaxLength(Outbound.TEXT_LIMIT);
    text.setValue(content.body());
    text.setVisible(content instanceof Outbound.Text);
    var go = new Button(words.say("schedule"));
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    go.addClickListener(
        click -> {
          LocalDateTime at = when.getValue();
          if (at == null || !at(at).isAfter(Instant.now())) {
            when.setErrorMessage(words.say("schedule.past"));
            when.setInvalid(true);
          } else if (!text.getValue().isBlank()) {
            close();
            keep.accept(said(content), at(at));
          }
        });
    CtrlEnter.presses(go);
    add(what, when, text);
    getFooter().add(new Button(words.say("cancel"), click -> close()), go);
  }

  private Outbound said(Outbound content) {
    return content instanceof Outbound.Text ? new Outbound.Text(text.getValue()) : content;
  }

  private Instant at(LocalDateTime local) {
    return local.atZone(moments.zone()).toInstant();
  }
}
