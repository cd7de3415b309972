package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.talaria.console.words.Moments;
import io.talaria.journal.reading.Conversation.Entry;
import io.talaria.journal.reading.Conversation.HandedBack;
import io.talaria.journal.reading.Conversation.HandedOver;
import io.talaria.journal.reading.Conversation.Happened;
import io.talaria.journal.reading.Conversation.Said;
import io.talaria.journal.reading.Conversation.Sent;
import io.talaria.journal.reading.Conversation.TakenOver;
import org.jspecify.annotations.Nullable;

/** Draws the entries of one conversation for one reader. */
record EntryDrawing(Moments moments, Bubbles bubbles, EventLines events, HoldReceipts receipts) {

  /** Null for what is not worth a line. */
  @Nullable Component draw(Entry entry) {
    return switch (entry) {
      case Said said -> bubbles.said(said);
      case Sent sent -> bubbles.sent(sent);
      case Happened happened -> events.of(happened.event());
      case TakenOver taken -> receipts.takenOver(taken);
      case HandedBack back -> receipts.handedBack(back);
      case HandedOver over -> receipts.handedOver(over);
    };
  }

  /** What beside the entry decides how it looks. */
  Object state(Entry entry) {
    return entry instanceof TakenOver taken ? receipts.asksForReason(taken) : "";
  }

  Component earlier(Runnable load) {
    var button = new Button(moments.words().say("conversation.earlier"), click -> load.run());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    var row = new Div(button);
    row.addClassName("event");
    return row;
  }
}
