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
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Tells the team, beside everything else: an alert may take hours when the desk is away. */
final class Team {
  private final Book book;
  private final List<Promise<Void>> alerts = new ArrayList<>();

  Team(Book book) {
    this.book = book;
  }

  /** Whether no alert is under way that a new run would lose. */
  boolean quiet() {
    alerts.removeIf(Promise::isCompleted);
    return alerts.isEmpty();
  }

  void tellAtRisk() {
    Instant since = Objects.requireNonNull(book.state().silence().candidateOwesSince());
    JourneyState after = Moves.alerted(book.state(), true, false);
    String cause = episode(after, Desk.Kind.AT_RISK);
    book.record(after, List.of(new JourneyEvent.CandidateAtRisk(cause, book.now(), since, 1)));
    tell(Desk.Kind.AT_RISK, since, "silent too long");
  }

  void tellWaiting() {
    Instant since = Objects.requireNonNull(book.state().silence().weOweSince());
    book.record(Moves.alerted(book.state(), false, true), List.of());
    tell(Desk.Kind.WAITING, since, "waits for us");
  }

  void tellNeedsHuman(String cause) {
    book.record(Moves.alerted(book.state(), false, false), List.of());
    tell(Desk.Kind.NEEDS_HUMAN, book.now(), "needs a person: " + cause);
  }

  /** The bot can't go on alone. */
  void callPerson(String reason, String key, Desk.Kind kind) {
    JourneyState before = book.state();
    JourneyState after = Moves.alerted(before.withNeedsHuman(reason), false, false);
    book.record(after, book.events(before, after, key));
    tell(kind, book.now(), reason);
  }

  void tellAfterEnd(List<MessageReceived> open) {
    List<UUID> ids = open.stream().map(MessageReceived::id).toList();
    Instant since = open.getFirst().sentAt();
    JourneyState shown = book.state().withInbox(Arrivals.answered(book.state().inbox(), ids));
    book.record(Moves.alerted(shown, false, false), List.of());
    tell(Desk.Kind.AFTER_END, since, "wrote after the end");
  }

  private void tell(Desk.Kind kind, Instant since, String summary) {
    JourneyState.Holder holder = book.state().hold().holder();
    Desk.Alert alert =
        new Desk.Alert(
            book.start().accountId(),
            book.start().candidateId(),
            book.state().journeyId(),
            episode(book.state(), kind),
            kind,
            book.state().talk().stage(),
            since,
            holder == null ? null : holder.operatorId());
    alerts.add(Async.procedure(Ports.desk("alert: " + summary)::alert, alert));
  }

  private static String episode(JourneyState state, Desk.Kind kind) {
    return state.journeyId() + ":" + kind + ":" + state.silence().episodes();
  }
}
