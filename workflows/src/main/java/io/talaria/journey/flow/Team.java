package io.talaria.journey.flow;

import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.rule.Arrivals;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.OwnerSilence;
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

  /** Who holds the journey hears that it goes back to the bot. */
  void tellOwnerSilent() {
    JourneyState.Holder holder = Objects.requireNonNull(book.state().hold().holder());
    Instant since = Objects.requireNonNull(book.state().silence().weOweSince());
    JourneyState after = Moves.warned(book.state(), book.now());
    Instant returns = OwnerSilence.returnsAt(after).orElseThrow();
    String cause = episode(after, Desk.Kind.OWNER_SILENT);
    book.record(
        after,
        List.of(new JourneyEvent.OwnerSilent(cause, book.now(), holder.operatorId(), returns)));
    tell(Desk.Kind.OWNER_SILENT, since, "its owner is silent");
  }

  /** The colleague hears that the journey is theirs; recorded by whoever handed it over. */
  void tellHandedOver() {
    tell(Desk.Kind.HANDED_OVER, book.now(), "handed over");
  }

  /** Whoever scheduled a reply hears that it did not leave; recorded by whoever tried. */
  void tellScheduledNotSent() {
    tell(Desk.Kind.SCHEDULED_NOT_SENT, book.now(), "a scheduled reply did not leave");
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
