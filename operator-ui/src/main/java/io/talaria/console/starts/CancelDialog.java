package io.talaria.console.starts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import io.talaria.console.live.Background;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.planned.ListedStart;

/** Asks before a start is cancelled; a colleague's change meanwhile is told, and nothing done. */
class CancelDialog extends ConfirmDialog {
  /**
   * @param changed told when it stands otherwise than before
   */
  CancelDialog(
      Planning planning, Background background, SignedIn me, ListedStart listed, Runnable changed) {
    Words words = Words.here();
    Moments moments = Moments.here();
    var sentences = new StartSentences(moments);
    UI ui = UI.getCurrent();
    setHeader(words.say("starts.cancel.ask", "name", sentences.name(listed)));
    setText(words.say("starts.cancel.what", "t", moments.at(listed.start().at())));
    setCancelable(true);
    setCancelText(words.say("starts.keep"));
    setConfirmText(words.say("starts.cancel.do"));
    setConfirmButtonTheme("error primary");
    addConfirmListener(
        confirmed ->
            background.run(
                ui,
                () -> planning.cancel(me, listed),
                answer -> {
                  if (answer instanceof StartAnswer.Refused refused) {
                    tell(sentences.refusal(refused));
                  }
                  changed.run();
                },
                failure -> tell(words.say("starts.unsure"))));
  }

  private static void tell(String sentence) {
    Notification.show(sentence, 7_000, Position.BOTTOM_START);
  }
}
