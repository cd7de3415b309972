package io.talaria.journey.flow;

import io.talaria.journey.AcknowledgeAlert;
import io.talaria.journey.Acknowledgement;
import io.talaria.journey.Answered;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Phase;
import io.talaria.journey.Review.Fate;
import io.talaria.journey.Scheduled;
import io.talaria.journey.Timing.Escalation;
import io.talaria.journey.rule.Arrivals;
import io.talaria.journey.rule.Escalating;
import io.talaria.journey.rule.Holding;
import io.talaria.journey.rule.OptOuts;
import io.talaria.journey.rule.OwnerSilence;
import io.talaria.journey.rule.Reviews;
import io.talaria.journey.rule.Risk;
import io.talaria.journey.rule.RiskFacts;
import io.talaria.journey.rule.Scheduling;
import io.talaria.journey.rule.Silences;
import io.talaria.port.Desk;
import io.talaria.port.JourneyEvent;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Tells the team, beside everything else: an alert may take hours when the desk is away.
 *
 * <p>What isn't told yet stands in the state, from the write that decides it on, so that the next
 * run tells it: after continue-as-new as well as after a lost run. The alert's row in the journal
 * keeps it from being told twice.
 */
final class Team {
  private final Book book;
  private final Map<String, Promise<Void>> telling = new LinkedHashMap<>();

  Team(Book book) {
    this.book = book;
  }

  /** Whether no alert is under way. */
  boolean quiet() {
    return telling.values().stream().allMatch(Promise::isCompleted);
  }

  /** Tells what the run before had decided to tell. */
  void resume() {
    book.state().pendingAlerts().forEach(alert -> tell(alert, alert.kind() + ", decided before"));
  }

  /** Forgets alerts that were told. That alone is no reason to write a revision. */
  void forgetTold() {
    telling.values().removeIf(Promise::isCompleted);
    book.alertsLeft(alert -> telling.containsKey(alert.episode()));
  }

  void tellAtRisk() {
    Instant since = Objects.requireNonNull(book.state().silence().candidateOwesSince());
    JourneyState after = Silences.alerted(book.state(), true, false);
    String cause = episode(after, Desk.Kind.AT_RISK);
    double risk = Risk.of(RiskFacts.of(book.state(), book.now(), null)).value();
    var event = new JourneyEvent.CandidateAtRisk(cause, book.now(), since, risk);
    tell(after, List.of(event), Desk.Kind.AT_RISK, since, "silent too long");
  }

  void tellWaiting() {
    Instant since = Objects.requireNonNull(book.state().silence().weOweSince());
    JourneyState after = Silences.alerted(book.state(), false, true);
    tell(after, List.of(), Desk.Kind.WAITING, since, "waits for us");
  }

  void tellWindowClosing() {
    Instant closes = Objects.requireNonNull(Escalating.windowCloses(book.state()));
    JourneyState after = Silences.alerted(Escalating.windowTold(book.state()), false, false);
    tell(after, List.of(), Desk.Kind.WINDOW_CLOSING, closes, "the window closes soon");
  }

  /** Nobody acknowledged what the team was told: more people are. */
  void escalate() {
    Escalation before = Objects.requireNonNull(book.state().clocks().escalation());
    JourneyState after =
        Silences.alerted(Escalating.escalated(book.state(), book.now()), false, false);
    Desk.Alert plain = alert(after, Desk.Kind.ESCALATED, before.toldAt());
    Desk.Alert alert =
        new Desk.Alert(
            plain.accountId(),
            plain.candidateId(),
            plain.journeyId(),
            plain.episode(),
            plain.kind(),
            plain.stage(),
            plain.since(),
            plain.ownerId(),
            new Desk.Escalated(before.kind(), before.level() + 1));
    book.record(pending(after, alert), List.of());
    tell(alert, "nobody acknowledged: " + before.kind());
  }

  /** Somebody sees to what the team was told. Whoever comes second hears who was first. */
  void acknowledge(AcknowledgeAlert request) {
    JourneyState before = book.state();
    var by = new Acknowledgement(request.operatorId(), request.operatorName(), book.now());
    JourneyState after = Escalating.acknowledged(before, by);
    Acknowledgement first = Objects.requireNonNullElse(after.clocks().acknowledged(), by);
    var event =
        new JourneyEvent.AlertAcknowledged(
            request.requestId().toString(),
            by.at(),
            by.operatorId(),
            by.operatorName(),
            List.copyOf(Escalating.lasting(before)));
    book.answer(
        after,
        after.equals(before) ? List.of() : List.of(event),
        new Answered(request.requestId(), first));
  }

  void tellNeedsHuman(String cause) {
    JourneyState after = Silences.alerted(book.state(), false, false);
    tell(after, List.of(), Desk.Kind.NEEDS_HUMAN, book.now(), "needs a person: " + cause);
  }

  /** The bot can't go on alone. */
  void callPerson(String reason, String key, Desk.Kind kind) {
    JourneyState before = book.state();
    JourneyState calling = Reviews.closed(before, Fate.PERSON_CALLED, book.now());
    JourneyState after = Silences.alerted(calling.withNeedsHuman(reason), false, false);
    tell(after, book.events(before, after, key), kind, book.now(), reason);
  }

  /**
   * A message did not arrive. Nobody is needed for it beyond whoever is needed already, or the
   * journey has ended; records it.
   */
  void tellSendProblem(String key) {
    JourneyState after = Silences.alerted(book.state(), false, false);
    tell(after, List.of(), Desk.Kind.SEND_PROBLEM, book.now(), "did not arrive: " + key);
  }

  /** A reply of the bot waits for a recruiter; records it. */
  void tellReview(JourneyState waiting) {
    JourneyState after = Silences.alerted(waiting, false, false);
    tell(after, List.of(), Desk.Kind.REVIEW, book.now(), "a reply waits for review");
  }

  /**
   * A recruiter kept a reply back: somebody must answer. Records it, with the recruiter's answer.
   */
  void tellRejected(JourneyState rejected, String cause, Answered answer) {
    JourneyState after = rejected.withNeedsHuman("review_rejected");
    String summary = "a reply was rejected";
    tell(after, book.events(book.state(), after, cause), Desk.Kind.NEEDS_HUMAN, answer, summary);
  }

  /** Who holds the journey hears that it goes back to the bot. */
  void tellOwnerSilent() {
    Holder holder = Objects.requireNonNull(book.state().hold().holder());
    Instant since = Objects.requireNonNull(book.state().silence().weOweSince());
    JourneyState after = Holding.warned(book.state(), book.now());
    Instant returns = OwnerSilence.returnsAt(after).orElseThrow();
    String cause = episode(after, Desk.Kind.OWNER_SILENT);
    var event = new JourneyEvent.OwnerSilent(cause, book.now(), holder.operatorId(), returns);
    tell(after, List.of(event), Desk.Kind.OWNER_SILENT, since, "its owner is silent");
  }

  /** The colleague hears that the journey is theirs; records who holds it, with the answer. */
  void tellHandedOver(JourneyState passed, JourneyEvent event, Answered answer) {
    tell(passed, List.of(event), Desk.Kind.HANDED_OVER, answer, "handed over");
  }

  /** Others hear that a takeover kept their words back; records who holds it, with the answer. */
  void tellHeldBack(
      JourneyState taken, JourneyEvent event, List<Scheduled> heldBack, Answered answer) {
    var events = new ArrayList<>(List.of(event));
    heldBack.forEach(
        words ->
            events.add(
                Scheduling.notSentEvent(
                    words, Objects.requireNonNull(words.problem()), book.now())));
    String summary = "a takeover kept somebody's words back";
    tell(taken, events, Desk.Kind.SCHEDULED_NOT_SENT, answer, summary);
  }

  private void tell(
      JourneyState moved,
      List<JourneyEvent> events,
      Desk.Kind kind,
      Answered answer,
      String summary) {
    JourneyState after = Silences.alerted(moved, false, false);
    Desk.Alert alert = alert(after, kind, book.now());
    book.answer(pending(after, alert), events, answer);
    tell(alert, summary);
  }

  /** Whoever wrote what waited hears that it did not leave; records where it stands now. */
  void tellScheduledNotSent(JourneyState left, List<JourneyEvent> events) {
    JourneyState after = Silences.alerted(left, false, false);
    String summary = "a reply that waited did not leave";
    tell(after, events, Desk.Kind.SCHEDULED_NOT_SENT, book.now(), summary);
  }

  void tellAfterEnd(List<MessageReceived> open) {
    List<UUID> ids = open.stream().map(MessageReceived::id).toList();
    Instant since = open.getFirst().sentAt();
    JourneyState shown = book.state().withInbox(Arrivals.answered(book.state().inbox(), ids));
    JourneyState after = Silences.alerted(shown, false, false);
    List<JourneyEvent> events = OptOuts.afterEnd(book.state(), open, book.now());
    tell(after, events, Desk.Kind.AFTER_END, since, "wrote after the end");
  }

  /** Records the state with the alert in it, then tells it; only shown where we just look on. */
  private void tell(
      JourneyState after,
      List<JourneyEvent> events,
      Desk.Kind kind,
      Instant since,
      String summary) {
    if (after.phase() == Phase.OBSERVE) {
      book.record(after, events);
      return;
    }
    Desk.Alert alert = alert(after, kind, since);
    JourneyState waiting = Escalating.told(after, kind, alert.episode(), book.now());
    book.record(pending(waiting, alert), events);
    tell(alert, summary);
  }

  private Desk.Alert alert(JourneyState after, Desk.Kind kind, Instant since) {
    Holder holder = after.hold().holder();
    return new Desk.Alert(
        book.start().accountId(),
        book.start().candidateId(),
        after.journeyId(),
        episode(after, kind),
        kind,
        after.talk().stage(),
        since,
        holder == null ? null : holder.operatorId());
  }

  private static JourneyState pending(JourneyState after, Desk.Alert alert) {
    var pending = new ArrayList<>(after.pendingAlerts());
    pending.add(alert);
    return after.withAlerts(pending);
  }

  private void tell(Desk.Alert alert, String summary) {
    telling.put(alert.episode(), Async.procedure(Ports.desk("alert: " + summary)::alert, alert));
  }

  private static String episode(JourneyState state, Desk.Kind kind) {
    return state.journeyId() + ":" + kind + ":" + state.silence().episodes();
  }
}
