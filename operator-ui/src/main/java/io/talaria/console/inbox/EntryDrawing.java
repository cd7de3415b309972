package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.talaria.console.definition.JourneyTexts;
import io.talaria.console.login.SignedIn;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Emphasis;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.Conversation.Entry;
import io.talaria.journal.reading.Conversation.HandedBack;
import io.talaria.journal.reading.Conversation.HandedOver;
import io.talaria.journal.reading.Conversation.Happened;
import io.talaria.journal.reading.Conversation.Head;
import io.talaria.journal.reading.Conversation.Said;
import io.talaria.journal.reading.Conversation.Sent;
import io.talaria.journal.reading.Conversation.TakenOver;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyEvent.CandidateAtRisk;
import io.talaria.port.JourneyEvent.CandidateOptedOut;
import io.talaria.port.JourneyEvent.JourneyEnded;
import io.talaria.port.JourneyEvent.JourneyStarted;
import io.talaria.port.JourneyEvent.ObjectionDecided;
import io.talaria.port.JourneyEvent.ObjectionRaised;
import io.talaria.port.JourneyEvent.OptOutRevoked;
import io.talaria.port.JourneyEvent.OwnerSilent;
import io.talaria.port.JourneyEvent.PlanChanged;
import io.talaria.port.JourneyEvent.PlannedStartVoid;
import io.talaria.port.JourneyEvent.ReviewDecided;
import io.talaria.port.JourneyEvent.ScheduledNotSent;
import io.talaria.port.JourneyEvent.StageEntered;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Draws the entries of one conversation for one reader.
 *
 * @param explain stores a takeover's reason
 */
record EntryDrawing(
    Head head,
    SignedIn me,
    JourneyTexts texts,
    Moments moments,
    Bubbles bubbles,
    BiConsumer<UUID, String> explain) {

  /** Null for what is not worth a line. */
  @Nullable Component draw(Entry entry) {
    return switch (entry) {
      case Said said -> bubbles.said(said);
      case Sent sent -> bubbles.sent(sent);
      case Happened happened -> event(happened.event());
      case TakenOver taken -> receipt(taken);
      case HandedBack back -> handedBack(back);
      case HandedOver over -> handedOver(over);
    };
  }

  /** What beside the entry decides how it looks. */
  Object state(Entry entry) {
    return entry instanceof TakenOver taken ? asksForReason(taken) : "";
  }

  Component earlier(Runnable load) {
    var button = new Button(moments.words().say("conversation.earlier"), click -> load.run());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    var row = new Div(button);
    row.addClassName("event");
    return row;
  }

  private @Nullable Component event(JourneyEvent event) {
    Words words = moments.words();
    return switch (event) {
      case CandidateAtRisk risk ->
          line(
              "warn",
              words.say(
                  "risk.raised",
                  "t",
                  moments.minute(risk.at()),
                  "h",
                  Duration.between(risk.silentSince(), risk.at()).toHours(),
                  "r",
                  String.format(Locale.ROOT, "%.2f", risk.risk())));
      case JourneyStarted started ->
          line(
              "clock",
              words.say(
                  "event.started", "d", started.definition(), "t", moments.minute(started.at())));
      case StageEntered entered ->
          line(
              "tick1",
              words.say(
                  "event.stage",
                  "s",
                  texts.stage(entered.stage(), words.locale()),
                  "t",
                  moments.minute(entered.at())));
      case JourneyEnded ended ->
          line(
              "check",
              words.say(
                  "event.ended",
                  "how",
                  words.say("status." + ended.ending().name()),
                  "t",
                  moments.minute(ended.at())));
      case OwnerSilent silent ->
          line(
              "warn",
              words.say(
                  "event.ownerSilent",
                  "t",
                  moments.minute(silent.at()),
                  "b",
                  moments.minute(silent.returnsAt())));
      case ScheduledNotSent notSent ->
          line(
              "xo",
              words.say(
                  "event.scheduledNotSent",
                  "t",
                  moments.minute(notSent.at()),
                  "reason",
                  words.sayOr(notSent.reason(), words.say("error.unknown"))));
      case PlannedStartVoid gone -> line("clock", PlanLines.told(gone, moments));
      case PlanChanged changed -> line("clock", PlanLines.told(changed, moments));
      case ReviewDecided decided -> review(decided);
      case CandidateOptedOut optedOut -> told("xo", "event.optedOut", optedOut.at());
      case OptOutRevoked revoked -> told("check", "event.optOutRevoked", revoked.at());
      case ObjectionRaised raised -> told("human", "event.objection", raised.at());
      case ObjectionDecided decided ->
          line(
              "check",
              words.say(
                  "event.objectionDecided",
                  "t",
                  moments.minute(decided.at()),
                  "o",
                  decided.outcome() == null
                      ? ""
                      : words.say("outcome." + decided.outcome().name())));
      default -> null;
    };
  }

  /** What took the place of another proposal, or ended with the journey, is no line of its own. */
  private @Nullable Component review(ReviewDecided decided) {
    return switch (decided.fate()) {
      case APPROVED, EDITED, OVERDUE_SENT ->
          line("eye", Reviewing.told(decided, moments.words(), moments));
      case REJECTED, OVERDUE_DROPPED, OVERDUE_HUMAN, WINDOW_CLOSED -> {
        String told = Reviewing.told(decided, moments.words(), moments);
        String note = decided.note();
        yield line("xo", note == null ? told : told + ": " + note);
      }
      case OUTDATED, TAKEN_OVER, PERSON_CALLED, ENDED -> null;
    };
  }

  private Component told(String icon, String key, Instant at) {
    return line(icon, moments.words().say(key, "t", moments.minute(at)));
  }

  private Component receipt(TakenOver taken) {
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

  private Component handedBack(HandedBack back) {
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

  private Component handedOver(HandedOver over) {
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

  private boolean asksForReason(TakenOver taken) {
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

  private static Component line(String icon, String text) {
    var line = new Div(Icon.of(icon, "s"), new Span(text));
    line.addClassName("event");
    return line;
  }
}
