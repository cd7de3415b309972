package io.talaria.console.starts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import io.talaria.console.live.Background;
import io.talaria.console.login.SignedIn;
import io.talaria.console.shell.CtrlEnter;
import io.talaria.console.words.MomentField;
import io.talaria.console.words.Moments;
import io.talaria.console.words.TwoClocks;
import io.talaria.console.words.Words;
import io.talaria.journal.planned.ListedStart;
import io.talaria.journal.planned.PlannedStart;
import io.talaria.journal.planned.StartRefusal;
import java.time.Instant;
import java.time.LocalDateTime;

/** Another time for a planned start; a colleague's change meanwhile is told first. */
class ChangeDialog extends Dialog {
  private final Words words = Words.here();
  private final Moments moments = Moments.here();
  private final StartSentences sentences = new StartSentences(moments);
  private final Planning planning;
  private final Background background;
  private final SignedIn me;
  private final ListedStart listed;
  private final TwoClocks clocks;
  private final Runnable changed;
  private final MomentField when = new MomentField(words, words.say("starts.when"));
  private final Div meanwhile = new Div();
  private final Div facts = new Div();
  private final Button go = new Button(words.say("starts.change.do"));
  private Instant seen;

  /**
   * @param clocks the team's and the candidate's
   * @param changed told when it stands otherwise than before
   */
  ChangeDialog(
      Planning planning,
      Background background,
      SignedIn me,
      ListedStart listed,
      TwoClocks clocks,
      Runnable changed) {
    this.planning = planning;
    this.background = background;
    this.me = me;
    this.listed = listed;
    this.clocks = clocks;
    this.changed = changed;
    this.seen = listed.start().at();
    setHeaderTitle(words.say("starts.change.of", "name", sentences.name(listed)));
    setWidth("460px");
    meanwhile.addClassName("problem");
    meanwhile.getElement().setAttribute("role", "alert");
    meanwhile.setVisible(false);
    when.setHelperText(words.say("starts.when.what", "z", TwoClocks.name(moments.zone())));
    when.setValue(LocalDateTime.ofInstant(seen, moments.zone()).withSecond(0).withNano(0));
    when.getElement().setAttribute("autofocus", true);
    when.addValueChangeListener(moved -> draw());
    facts.addClassName("facts");
    var form = new Div(meanwhile, when, facts);
    form.addClassName("start-form");
    add(form);
    draw();
    go.addThemeVariants(ButtonVariant.AURA_PRIMARY);
    go.addClickListener(click -> change());
    CtrlEnter.presses(go);
    getFooter().add(new Button(words.say("cancel"), click -> close()), go);
  }

  private void draw() {
    facts.removeAll();
    LocalDateTime local = when.getValue();
    if (local != null) {
      clocks.say(at(local), listed.zone()).forEach(time -> facts.add(new Span(time)));
    }
  }

  private void change() {
    LocalDateTime local = when.getValue();
    if (local == null) {
      wrong(words.say("starts.when.missing"));
      return;
    }
    when.setInvalid(false);
    go.setEnabled(false);
    background.run(
        UI.getCurrent(),
        () -> planning.change(me, listed, seen, at(local)),
        answer -> {
          go.setEnabled(true);
          switch (answer) {
            case StartAnswer.Done done -> {
              close();
              changed.run();
            }
            case StartAnswer.Refused refused -> refused(refused);
          }
        },
        failure -> {
          go.setEnabled(true);
          tell(words.say("starts.unsure"));
        });
  }

  private void refused(StartAnswer.Refused refused) {
    String sentence = sentences.refusal(refused);
    PlannedStart standing = refused.standing();
    if (refused.why() == StartRefusal.CHANGED && standing != null) {
      // Who has read it may change it once more.
      seen = standing.at();
      meanwhile.setText(sentence);
      meanwhile.setVisible(true);
      changed.run();
    } else if (refused.why() == StartRefusal.PAST || refused.why() == StartRefusal.TOO_FAR) {
      wrong(sentence);
    } else {
      close();
      tell(sentence);
      changed.run();
    }
  }

  private void wrong(String sentence) {
    when.setErrorMessage(sentence);
    when.setInvalid(true);
  }

  private static void tell(String sentence) {
    Notification.show(sentence, 7_000, Position.BOTTOM_START);
  }

  private Instant at(LocalDateTime local) {
    return local.atZone(moments.zone()).toInstant();
  }
}
