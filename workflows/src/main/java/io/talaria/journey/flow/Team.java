package io.talaria.journey.flow;

import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.rule.Arrivals;
import io.talaria.journey.rule.Moves;
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
    JourneyState after = Moves.alerted(book.state(), true, false);
    String cause = episode(after, Desk.Kind.AT_RISK);
    var event = new JourneyEvent.CandidateAtRisk(cause, book.now(), since, 1);
    tell(after, List.of(event), Desk.Kind.AT_RISK, since, "silent too long");
  }

  void tellWaiting() {
    Instant since = Objects.requireNonNull(book.state().silence().weOweSince());
    JourneyState after = Moves.alerted(book.state(), false, true);
    tell(after, List.of(), Desk.Kind.WAITING, since, "waits for us");
  }

  void tellNeedsHuman(String cause) {
    JourneyState after = Moves.alerted(book.state(), false, false);
    tell(after, List.of(), Desk.Kind.NEEDS_HUMAN, book.now(), "needs a person: " + cause);
  }

  /** The bot can't go on alone. */
  void callPerson(String reason, String key, Desk.Kind kind) {
    JourneyState before = book.state();
    JourneyState after = Moves.alerted(before.withNeedsHuman(reason), false, false);
    tell(after, book.events(before, after, key), kind, book.now(), reason);
  }

  void tellAfterEnd(List<MessageReceived> open) {
    List<UUID> ids = open.stream().map(MessageReceived::id).toList();
    Instant since = open.getFirst().sentAt();
    JourneyState shown = book.state().withInbox(Arrivals.answered(book.state().inbox(), ids));
    JourneyState after = Moves.alerted(shown, false, false);
    tell(after, List.of(), Desk.Kind.AFTER_END, since, "wrote after the end");
  }

  /** Records the state with the alert in it, then tells it. */
  private void tell(
      JourneyState after,
      List<JourneyEvent> events,
      Desk.Kind kind,
      Instant since,
      String summary) {
    JourneyState.Holder holder = after.hold().holder();
    Desk.Alert alert =
        new Desk.Alert(
            book.start().accountId(),
            book.start().candidateId(),
            after.journeyId(),
            episode(after, kind),
            kind,
            after.talk().stage(),
            since,
            holder == null ? null : holder.operatorId());
    var pending = new ArrayList<>(after.pendingAlerts());
    pending.add(alert);
    book.record(after.withAlerts(pending), events);
    tell(alert, summary);
  }

  private void tell(Desk.Alert alert, String summary) {
    telling.put(alert.episode(), Async.procedure(Ports.desk("alert: " + summary)::alert, alert));
  }

  private static String episode(JourneyState state, Desk.Kind kind) {
    return state.journeyId() + ":" + kind + ":" + state.silence().episodes();
  }
}
