package io.talaria.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.talaria.console.definition.JourneyTexts;
import io.talaria.console.shell.Icon;
import io.talaria.console.words.Moments;
import io.talaria.console.words.Words;
import io.talaria.journey.SettleSend;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyEvent.AlertAcknowledged;
import io.talaria.port.JourneyEvent.CandidateAtRisk;
import io.talaria.port.JourneyEvent.CandidateOptedOut;
import io.talaria.port.JourneyEvent.InterviewBooked;
import io.talaria.port.JourneyEvent.InterviewGivenBack;
import io.talaria.port.JourneyEvent.JourneyEnded;
import io.talaria.port.JourneyEvent.JourneyStarted;
import io.talaria.port.JourneyEvent.ListingChosen;
import io.talaria.port.JourneyEvent.ObjectionDecided;
import io.talaria.port.JourneyEvent.ObjectionRaised;
import io.talaria.port.JourneyEvent.OptOutRevoked;
import io.talaria.port.JourneyEvent.OwnerSilent;
import io.talaria.port.JourneyEvent.PlanChanged;
import io.talaria.port.JourneyEvent.PlannedStartVoid;
import io.talaria.port.JourneyEvent.ReviewDecided;
import io.talaria.port.JourneyEvent.ScheduledNotSent;
import io.talaria.port.JourneyEvent.StageEntered;
import io.talaria.port.JourneyEvent.UncertainSettled;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened between the words, a line each. */
record EventLines(JourneyTexts texts, Moments moments) {

  /** Null for what is not worth a line. */
  @Nullable Component of(JourneyEvent event) {
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
                  words.score(risk.risk())));
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
      case AlertAcknowledged seen ->
          line(
              "check",
              words.say(
                  "event.acknowledged",
                  "name",
                  seen.operatorName(),
                  "t",
                  moments.minute(seen.at())));
      case UncertainSettled settled ->
          line(
              settled.choice() == SettleSend.Choice.ARRIVED ? "check" : "xo",
              words.say(
                  "event.settled." + settled.choice().name(),
                  "name",
                  settled.operatorName(),
                  "t",
                  moments.minute(settled.at())));
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
      case InterviewBooked booked ->
          interview("check", "event.interview", booked.at(), booked.time());
      case InterviewGivenBack back ->
          interview("xo", "event.interviewBack", back.at(), back.time());
      case ListingChosen chosen -> told("check", "event.listing", chosen.at());
      default -> null;
    };
  }

  private Component interview(String icon, String key, Instant at, Instant time) {
    String when = texts.clocks(moments).team(time);
    return line(icon, moments.words().say(key, "t", moments.minute(at), "w", when));
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

  private static Component line(String icon, String text) {
    var line = new Div(Icon.of(icon, "s"), new Span(text));
    line.addClassName("event");
    return line;
  }
}
