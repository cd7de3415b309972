package io.talaria.console.starts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import io.talaria.console.live.Background;
import io.talaria.console.login.SignedIn;
import io.talaria.console.words.NumberName;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.ReportedNumber;

/** Asks before conversations go on from a number that people blocked or reported. */
class GoOnDialog extends ConfirmDialog {
  /**
   * @param changed told when it was answered
   */
  GoOnDialog(
      Waiting waiting,
      Background background,
      SignedIn me,
      ReportedNumber number,
      Runnable changed) {
    Words words = Words.here();
    UI ui = UI.getCurrent();
    setHeader(
        words.say("starts.go.ask", "number", NumberName.of(number.id(), number.definition())));
    setText(words.say("starts.go.what"));
    setCancelable(true);
    setCancelText(words.say("starts.go.keep"));
    setConfirmText(words.say("starts.go.do"));
    setConfirmButtonTheme("error primary");
    addConfirmListener(
        confirmed ->
            background.run(
                ui,
                () -> waiting.goOn(me, number),
                done -> {
                  if (!done) {
                    tell(words.say("starts.go.changed"));
                  }
                  changed.run();
                },
                failure -> tell(words.say("error.journal"))));
  }

  private static void tell(String sentence) {
    Notification.show(sentence, 7_000, Position.BOTTOM_START);
  }
}
