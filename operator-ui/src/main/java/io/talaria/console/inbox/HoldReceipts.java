package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.talaria.console.login.SignedIn;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Emphasis;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Conversation.HandedBack;
import io.talaria.journal.reading.Conversation.HandedOver;
import io.talaria.journal.reading.Conversation.Head;
import io.talaria.journal.reading.Conversation.TakenOver;
import io.talaria.journey.TakeoverReceipt;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Who had the conversation: taken over, handed over, handed back, each with what was said of it.
 *
 * @param explain stores a takeover's reason
 */
record HoldReceipts(Head head, SignedIn me, Moments moments, BiConsumer<UUID, String> explain) {

  Component takenOver(TakenOver taken) {
    Words words = moments.words();
    boolean mine = taken.operatorId().equals(me.id());
    TakeoverReceipt receipt = taken.receipt();
    String said;
    if (receipt == null) {
      said = words.say("takeover.asked", "t", moments.second(taken.at()));
    } else {
      said =
          words.say(
              mine ? "takeover.done" : "takeover.done.other",
              "name",
              taken.operatorName(),
              "t",
              moments.second(receipt.stoppedAt()),
              "n",
              receipt.inFlight().size());
      if (!receipt.uncertain().isEmpty()) {
        said += " · " + words.say("takeover.uncertain", "n", receipt.uncertain().size());
      }
    }
    var text =
        new Div(
            Emphasis.of(said, moments.second(receipt == null ? taken.at() : receipt.stoppedAt())));
    text.addClassName("grow");
    if (taken.reason() != null) {
      var reason = new Div(words.say("takeover.reason", "r", taken.reason()));
      reason.addClassName("reason");
      text.add(reason);
    } else if (asksForReason(taken)) {
      text.add(reasonForm(taken));
    }
    return band("human", text, receipt == null);
  }

  Component handedBack(HandedBack back) {
    Words words = moments.words();
    boolean mine = back.operatorId().equals(me.id());
    var text =
        new Div(
            new Span(
                words.say(
                    back.automatic()
                        ? "handback.done.silent"
                        : mine ? "handback.done" : "handback.done.other",
                    "name",
                    back.operatorName(),
                    "t",
                    moments.second(back.at()))));
    text.addClassName("grow");
    if (back.outcome() != null) {
      text.add(
          said(words.say("handback.came", "o", words.say("outcome." + back.outcome().name()))));
    }
    if (back.summary() != null && !back.summary().isBlank()) {
      text.add(said(words.say("handback.summary", "s", back.summary())));
    }
    if (back.notes() != null && !back.notes().isBlank()) {
      text.add(said(words.say("handback.notes", "s", back.notes())));
    }
    return band("bot", text, false);
  }

  Component handedOver(HandedOver over) {
    Words words = moments.words();
    boolean mine = over.toId().equals(me.id());
    var text =
        new Div(
            new Span(
                words.say(
                    mine ? "handover.done.you" : "handover.done",
                    "from",
                    over.fromName(),
                    "to",
                    over.toName(),
                    "t",
                    moments.second(over.at()))));
    text.addClassName("grow");
    if (over.note() != null && !over.note().isBlank()) {
      text.add(said(words.say("handover.said", "s", over.note())));
    }
    return band("assign", text, false);
  }

  private static Div said(String words) {
    var said = new Div(words);
    said.addClassName("reason");
    return said;
  }

  /** Whether whoever took it over, and has it, is asked why. */
  boolean asksForReason(TakenOver taken) {
    return taken.reason() == null
        && taken.operatorId().equals(me.id())
        && head.takeover() != null
        && head.takeover().id().equals(taken.id());
  }

  private Component reasonForm(TakenOver taken) {
    Words words = moments.words();
    var field = new TextField();
    field.setPlaceholder(words.say("takeover.reason.ask"));
    field.setAriaLabel(words.say("takeover.reason.ask"));
    field.setMaxLength(300);
    var save =
        new Button(
            words.say("save"),
            click -> {
              if (!field.getValue().isBlank()) {
                explain.accept(taken.id(), field.getValue().strip());
              }
            });
    save.addThemeVariants(ButtonVariant.LUMO_SMALL);
    var form = new Div(field, save);
    form.addClassName("reason-form");
    return form;
  }

  private static Component band(String icon, Div text, boolean asked) {
    var band = new Div(Icon.of(icon, ""), text);
    band.addClassName("receipt");
    band.getElement().setAttribute("role", "status");
    if (asked) {
      band.addClassName("asked");
    }
    return band;
  }
}
