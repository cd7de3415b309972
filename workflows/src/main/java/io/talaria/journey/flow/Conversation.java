package io.talaria.journey.flow;

import io.talaria.journey.Ending;
import io.talaria.journey.JourneyStart;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Mode;
import io.talaria.journey.SendSettled;
import io.talaria.journey.SendTimed;
import io.talaria.journey.SettleSend;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.journey.rule.Act;
import io.talaria.journey.rule.Arrivals;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.ProposalCheck;
import io.talaria.journey.rule.Requests;
import io.talaria.journey.rule.ServiceWindow;
import io.talaria.journey.rule.TypingPause;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Delivery.Claim;
import io.talaria.port.Desk;
import io.talaria.port.Journal;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the main loop does to the journey: takes in, speaks, records, tells the team. */
final class Conversation {
  private final JourneyStart start;
  private final Mailbox mailbox;
  private final Journal journal = Ports.journal();
  private final Sends sends;
  private final BotTurn bot;
  private final Story story = new Story();
  private final Set<UUID> untaken = new LinkedHashSet<>();
  private final List<Promise<Void>> alerts = new ArrayList<>();
  private @Nullable JourneyState state;
  private boolean changed;
  private boolean braked;
  private Instant typingUntil = Instant.EPOCH;

  Conversation(JourneyStart start, Mailbox mailbox) {
    this.start = start;
    this.mailbox = mailbox;
    this.state = start.carried();
    this.sends = new Sends(mailbox::takeoverAsked);
    this.bot = new BotTurn(() -> mailbox.takeoverAsked() || mailbox.hasArrived());
  }

  /** Whether the journey exists: carried over, or opened. */
  boolean begun() {
    return state != null;
  }

  JourneyState state() {
    return Objects.requireNonNull(state, "This journey has not begun");
  }

  Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }

  Instant typingUntil() {
    return typingUntil;
  }

  /** Whether the journal doesn't show yet what came in. */
  boolean unrecorded() {
    return changed || !untaken.isEmpty();
  }

  /** A bot send met a brake of which the journey doesn't know yet. */
  boolean braked() {
    return braked;
  }

  /** Whether nothing is under way that a new run would lose. */
  boolean quiet() {
    alerts.removeIf(Promise::isCompleted);
    return alerts.isEmpty() && !unrecorded();
  }

  boolean answered(UUID requestId) {
    return state != null && Requests.answered(state, requestId).isPresent();
  }

  /**
   * Opens the journey in the journal, or goes on with the carried one.
   *
   * @return false when nothing was left to take in
   */
  boolean begin() {
    if (state != null) {
      story.resume(state);
      return true;
    }
    Journal.Opened opened =
        journal.open(
            new Journal.Open(
                start.accountId(),
                start.candidateId(),
                start.definition(),
                start.numberId(),
                start.country(),
                Workflow.getInfo().getRunId(),
                mailbox.arrivedIds()));
    if (opened.opened()) {
      state = Moves.begun(opened, start.numberId());
      story.tell(state);
    }
    return opened.opened();
  }

  /**
   * Brings in what handlers noted. A message seen before was signalled again: nobody recorded it.
   */
  void takeIn() {
    for (MessageReceived message : mailbox.takeArrived()) {
      if (!Arrivals.seen(state().inbox(), message)) {
        state = Moves.received(state(), message);
        typingUntil = now().plus(TypingPause.after(state().inbox().open(), state().plan().times()));
      }
      untaken.add(message.id());
    }
    for (SendTimed fact : mailbox.takeTimed()) {
      JourneyState timed = Moves.timed(state(), fact.key(), fact.at());
      changed |= !timed.equals(state());
      state = timed;
    }
    for (SendSettled fact : mailbox.takeSettled()) {
      if (!fact.arrived() && fact.key().equals(state().silence().owedKey())) {
        callPerson("send_failed", fact.key(), Desk.Kind.SEND_PROBLEM);
      }
    }
  }

  /** Does what is due. */
  void perform(Act act) {
    List<MessageReceived> open = state().inbox().open();
    switch (act) {
      case Act.Answer answer -> turn(Reason.MESSAGES, firstKey(open), open, 0);
      case Act.CallPerson call -> turn(Reason.PERSON, firstKey(open), open, 0);
      case Act.OptOut optOut -> optOut(open);
      case Act.Reopen reopen -> reopen(open.getLast().seq());
      case Act.Nudge nudge -> nudge(nudge);
      case Act.AlertAtRisk alert -> tellAtRisk();
      case Act.AlertWaiting alert -> tellWaiting();
      case Act.DropOff dropOff -> end(Ending.DROPPED, "drop:" + state().silence().owedKey());
      case Act.TellAfterEnd tell -> tellAfterEnd(open);
      case Act.TakeIn takeIn -> record(state(), List.of());
      case Act.Close close -> throw new IllegalStateException("The loop closes");
      case Act.Wait wait -> throw new IllegalStateException("The loop waits");
    }
  }

  /** After a takeover that was announced but never came, the bot goes on under the new epoch. */
  void lookAtBrake() {
    braked = false;
    if (!mailbox.hasRequests()) {
      Journal.Brake brake = journal.brake(start.candidateId());
      if (!brake.held()) {
        state = state().withHold(new JourneyState.Hold(brake.epoch(), null));
      }
    }
  }

  /** Asks the open question again after a hand-back, when nothing else is unanswered. */
  void resume(UUID handback) {
    boolean open = ServiceWindow.isOpen(state().silence().windowFrom(), now());
    if (state().inbox().open().isEmpty() && state().step() != null && open) {
      turn(Reason.RESUME, TurnKey.ofResume(handback), List.of(), 0);
    }
  }

  /** Writes the next revision with what led to it. */
  void record(JourneyState next, List<JourneyEvent> events) {
    JourneyState revised = next.revised();
    journal.record(write(revised, events));
    recorded(revised);
  }

  /** Lets the bot speak again in the journal; answers the new epoch. */
  long releaseBrake(UUID takeover, UUID requestId, @Nullable String summary) {
    return journal.releaseBrake(
        new Journal.ReleaseBrake(start.candidateId(), takeover, requestId, summary));
  }

  /** Waits until nothing of the bot can leave, and tells what remains. */
  TakeoverReceipt stopBot(UUID takeover, long epoch) {
    braked = false;
    return journal.stopBot(
        new Journal.StopBot(start.candidateId(), state().journeyId(), takeover, epoch));
  }

  Journal.Settled settle(SettleSend request) {
    return journal.settle(
        new Journal.Settle(
            start.candidateId(),
            request.key(),
            request.choice(),
            request.operatorId(),
            request.requestId()));
  }

  /** Sends a person's words; {@code after} is recorded with them. */
  Delivered sendForPerson(UUID requestId, UUID operatorId, Outbound content, JourneyState after) {
    Delivery delivery =
        delivery(
            TurnKey.bubble(TurnKey.ofRequest(requestId), 0),
            0,
            Author.RECRUITER,
            operatorId,
            content,
            null,
            write(after.revised(), List.of()));
    Delivered delivered = sends.now(delivery, Ports.Urgency.PERSON);
    if (delivered.written()) {
      recorded(after.revised());
    }
    return delivered;
  }

  private void turn(Reason reason, String key, List<MessageReceived> messages, int number) {
    Turn turn =
        new Turn(
            start.accountId(),
            start.candidateId(),
            state().journeyId(),
            key,
            reason,
            state().plan().definition(),
            state().plan().number(),
            state().language(),
            state().stage(),
            state().step(),
            state().misses(),
            state().answers(),
            messages,
            number,
            state().disclosed());
    bot.ask(turn, state().plan().slowBot())
        .map(proposal -> allowed(turn, proposal))
        .ifPresent(proposal -> speak(reason, key, proposal));
  }

  private Proposal allowed(Turn turn, Proposal proposal) {
    return ProposalCheck.fault(state().plan(), state(), proposal).isEmpty()
        ? proposal
        : BotTurn.silent(turn, "bot_fault");
  }

  /** Says what the bot proposed, bubble by bubble; the last one records where that leads. */
  private void speak(Reason reason, String key, Proposal proposal) {
    JourneyState before = state();
    List<Outbound> bubbles = proposal.messages();
    String lastKey = bubbles.isEmpty() ? null : TurnKey.bubble(key, bubbles.size() - 1);
    for (int i = 0; i < bubbles.size(); i++) {
      boolean last = i == bubbles.size() - 1;
      JourneyState after = after(reason, before, proposal, lastKey);
      JourneyWrite write = last ? write(after.revised(), events(before, after, key)) : null;
      Claim claim = i == 0 ? new Claim(key, proposal.inputIds(), proposal) : null;
      Delivery bubble =
          delivery(TurnKey.bubble(key, i), i, Author.BOT, null, bubbles.get(i), claim, write);
      Delivered delivered =
          reason == Reason.NUDGE
              ? sends.governed(bubble, Ports.Urgency.NUDGE)
              : sends.now(bubble, Ports.Urgency.REPLY);
      Proposal adopted = delivered.adopted();
      if (delivered.outcome() == Outcome.ADOPT && adopted != null) {
        speak(reason, key, adopted);
        return;
      }
      if (delivered.outcome() == Outcome.BRAKED) {
        braked = true;
        return;
      }
      if (delivered.outcome() == Outcome.REJECTED) {
        notSent(reason, proposal, bubble.key(), delivered);
        return;
      }
      if (last && delivered.written()) {
        recorded(after.revised());
        afterTurn(before, key);
        return;
      }
    }
    JourneyState after = after(reason, before, proposal, lastKey);
    record(after, events(before, after, key));
    afterTurn(before, key);
  }

  private JourneyState after(
      Reason reason, JourneyState before, Proposal proposal, @Nullable String lastKey) {
    return switch (reason) {
      case NUDGE -> Moves.nudged(before, before.silence().nudges() + 1);
      case WINDOW_CLOSED ->
          Moves.reopened(
              before,
              Objects.requireNonNullElse(lastKey, ""),
              before.inbox().open().getLast().seq(),
              now());
      case OPT_OUT ->
          Moves.ended(Moves.replied(before, proposal, lastKey, now()), Ending.OPTED_OUT, now());
      default -> Moves.replied(before, proposal, lastKey, now());
    };
  }

  private void afterTurn(JourneyState before, String key) {
    if (state().needsHuman() != null && before.needsHuman() == null) {
      tellNeedsHuman(key);
    }
  }

  /** A refused bubble: the window's template may go instead; anything else needs a person. */
  private void notSent(Reason reason, Proposal proposal, String key, Delivered delivered) {
    if (reason == Reason.OPT_OUT) {
      end(Ending.OPTED_OUT, key);
      return;
    }
    JourneyState answered =
        state().withInbox(Arrivals.answered(state().inbox(), proposal.inputIds()));
    boolean window = "WINDOW".equals(delivered.treatment());
    state = window ? Moves.windowClosed(answered) : answered;
    callPerson(window ? "window_closed" : "send_rejected", key, Desk.Kind.SEND_PROBLEM);
  }

  private void optOut(List<MessageReceived> open) {
    boolean reachable = ServiceWindow.isOpen(state().silence().windowFrom(), now());
    if (state().mode() == Mode.BOT && reachable) {
      turn(Reason.OPT_OUT, firstKey(open), open, 0);
    } else {
      end(Ending.OPTED_OUT, firstKey(open));
    }
  }

  private void reopen(long newestSeq) {
    turn(Reason.WINDOW_CLOSED, TurnKey.ofReopening(state().journeyId(), newestSeq), List.of(), 0);
  }

  private void nudge(Act.Nudge nudge) {
    String owedKey = Objects.requireNonNull(state().silence().owedKey());
    state = Moves.nudged(state(), nudge.number() - 1);
    if (nudge.send()) {
      turn(Reason.NUDGE, TurnKey.ofNudge(owedKey, nudge.number()), List.of(), nudge.number());
    } else {
      record(Moves.nudged(state(), nudge.number()), List.of());
    }
  }

  private void end(Ending ending, String cause) {
    JourneyState before = state();
    JourneyState.Holder holder = before.hold().holder();
    JourneyState after = Moves.ended(before, ending, now());
    record(after, events(before, after, cause));
    if (holder != null) {
      releaseBrake(holder.takeoverId(), holder.takeoverId(), null);
    }
  }

  private void tellAtRisk() {
    Instant since = Objects.requireNonNull(state().silence().candidateOwesSince());
    JourneyState after = Moves.alerted(state(), true, false);
    String cause = episode(after, Desk.Kind.AT_RISK);
    record(after, List.of(new JourneyEvent.CandidateAtRisk(cause, now(), since, 1)));
    tell(Desk.Kind.AT_RISK, since, "silent too long");
  }

  private void tellWaiting() {
    Instant since = Objects.requireNonNull(state().silence().weOweSince());
    record(Moves.alerted(state(), false, true), List.of());
    tell(Desk.Kind.WAITING, since, "waits for us");
  }

  private void tellNeedsHuman(String cause) {
    record(Moves.alerted(state(), false, false), List.of());
    tell(Desk.Kind.NEEDS_HUMAN, now(), "needs a person: " + cause);
  }

  private void callPerson(String reason, String key, Desk.Kind kind) {
    JourneyState before = state();
    JourneyState after = Moves.alerted(before.withNeedsHuman(reason), false, false);
    record(after, events(before, after, key));
    tell(kind, now(), reason);
  }

  private void tellAfterEnd(List<MessageReceived> open) {
    List<UUID> ids = open.stream().map(MessageReceived::id).toList();
    Instant since = open.getFirst().sentAt();
    JourneyState shown = state().withInbox(Arrivals.answered(state().inbox(), ids));
    record(Moves.alerted(shown, false, false), List.of());
    tell(Desk.Kind.AFTER_END, since, "wrote after the end");
  }

  /** Tells the team beside everything else: an alert may take hours when the desk is away. */
  private void tell(Desk.Kind kind, Instant since, String summary) {
    JourneyState.Holder holder = state().hold().holder();
    Desk.Alert alert =
        new Desk.Alert(
            start.accountId(),
            start.candidateId(),
            state().journeyId(),
            episode(state(), kind),
            kind,
            state().stage(),
            since,
            holder == null ? null : holder.operatorId());
    alerts.add(Async.procedure(Ports.desk("alert: " + summary)::alert, alert));
  }

  private static String episode(JourneyState state, Desk.Kind kind) {
    return state.journeyId() + ":" + kind + ":" + state.silence().episodes();
  }

  private static String firstKey(List<MessageReceived> open) {
    return TurnKey.ofMessage(open.getFirst().id());
  }

  private List<JourneyEvent> events(JourneyState before, JourneyState after, String cause) {
    return ProposalCheck.events(before, after, cause, now());
  }

  private JourneyWrite write(JourneyState next, List<JourneyEvent> events) {
    return new JourneyWrite(
        start.accountId(), start.candidateId(), next, List.copyOf(untaken), events);
  }

  private void recorded(JourneyState next) {
    state = next;
    untaken.clear();
    changed = false;
    story.tell(next);
  }

  private Delivery delivery(
      String key,
      int position,
      Author author,
      @Nullable UUID operatorId,
      Outbound content,
      @Nullable Claim claim,
      @Nullable JourneyWrite after) {
    return new Delivery(
        start.accountId(),
        start.candidateId(),
        state().journeyId(),
        state().numberId(),
        state().hold().epoch(),
        key,
        position,
        author,
        operatorId,
        content,
        claim,
        after);
  }
}
