package io.talaria.console.inbox;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import io.talaria.console.desk.DeskAnswer;
import io.talaria.console.words.Words;

/** What a journey's answer means, as a sentence in the reader's language. */
record DeskSentences(Words words) {

  /** Why something was not done; empty when it was. */
  String refusal(DeskAnswer<?> answer) {
    return switch (answer) {
      case DeskAnswer.Refused<?>(var why, var sentence, var knows) ->
          why == null ? sentence : words.sayOr("refused." + why.name(), sentence);
      case DeskAnswer.Gone<?> gone -> words.say("refused.GONE");
      case DeskAnswer.Lost<?> lost -> words.say("refused.LOST");
      case DeskAnswer.Away<?> away -> words.say("desk.away");
      case DeskAnswer.Done<?> done -> "";
    };
  }

  /** Says why something was not done. */
  void unlessDone(DeskAnswer<?> answer) {
    if (!(answer instanceof DeskAnswer.Done)) {
      tell(refusal(answer));
    }
  }

  static void tell(String sentence) {
    Notification.show(sentence, 7_000, Position.BOTTOM_START);
  }
}
