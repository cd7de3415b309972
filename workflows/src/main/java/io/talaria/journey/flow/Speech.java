package io.talaria.journey.flow;

import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.rule.Act;
import io.talaria.journey.rule.Arrivals;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.ProposalCheck;
import io.talaria.journey.rule.ServiceWindow;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Delivery.Claim;
import io.talaria.port.Desk;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said to the candidate: the bot's turns, bubble by bubble, and people's words. */
final class Speech {
  private final Book book;
  private final Team team;
  private final Sends sends;
  private final BotTurn bot;
  private boolean braked;

  Speech(Book book, Team team, Mailbox mailbox) {
    this.book = book;
    this.team = team;
    this.sends = new Sends(mailbox::takeoverAsked);
    this.bot = new BotTurn(() -> mailbox.takeoverAsked() || mailbox.hasArrived());
  }

  /** Whether a bot send met a brake of which the journey doesn't know yet. */
  boolean braked() {
    return braked;
  }

  /** The journey knows how the brake stands. */
  void unbraked() {
    braked = false;
  }

  /** Asks the open question again after a hand-back, when nothing else is unanswered. */
  void resume(UUID handback) {
    boolean open = ServiceWindow.isOpen(book.state().silence().windowFrom(), book.now());
    if (book.state().inbox().open().isEmpty() && book.state().talk().step() != null && open) {
      turn(Reason.RESUME, TurnKey.ofResume(handback), List.of(), 0);
    }
  }

  /** Reminds the candidate, or only counts the reminder. */
  void nudge(Act.Nudge nudge) {
    String owedKey = Objects.requireNonNull(book.state().silence().owedKey());
    book.hold(Moves.nudged(book.state(), nudge.number() - 1));
    if (nudge.send()) {
      turn(Reason.NUDGE, TurnKey.ofNudge(owedKey, nudge.number()), List.of(), nudge.number());
    } else {
      book.record(Moves.nudged(book.state(), nudge.number()), List.of());
    }
  }

  /** Asks back, by template, a candidate whose window is closed. */
  void reopen(long newestSeq) {
    turn(
        Reason.WINDOW_CLOSED,
        TurnKey.ofReopening(book.state().journeyId(), newestSeq),
        List.of(),
        0);
  }

  /** Sends a person's words; {@code after} and {@code events} are recorded with them. */
  Delivered sendForPerson(
      UUID requestId,
      UUID operatorId,
      Outbound content,
      JourneyState after,
      List<JourneyEvent> events) {
    Delivery delivery =
        delivery(
            TurnKey.bubble(TurnKey.ofRequest(requestId), 0),
            0,
            Author.RECRUITER,
            operatorId,
            content,
            null,
            book.write(after.revised(), events));
    Delivered delivered = sends.now(delivery, Ports.Urgency.PERSON);
    if (delivered.written()) {
      book.recorded(after.revised());
    }
    return delivered;
  }

  /** Asks the bot and says what it proposes; no-op when the turn was interrupted. */
  void turn(Reason reason, String key, List<MessageReceived> messages, int number) {
    Turn turn =
        new Turn(
            book.start().accountId(),
            book.start().candidateId(),
            book.state().journeyId(),
            key,
            reason,
            book.state().plan().definition(),
            book.state().plan().number(),
            book.state().talk().language(),
            book.state().talk().stage(),
            book.state().talk().step(),
            book.state().talk().misses(),
            book.state().talk().answers(),
            messages,
            number,
            book.state().talk().disclosed());
    bot.ask(turn, book.state().plan().slowBot())
        .map(proposal -> allowed(turn, proposal))
        .ifPresent(proposal -> speak(reason, key, proposal));
  }

  private Proposal allowed(Turn turn, Proposal proposal) {
    return ProposalCheck.fault(book.state().plan(), book.state(), proposal).isEmpty()
        ? proposal
        : BotTurn.silent(turn, "bot_fault");
  }

  /** Says what the bot proposed, bubble by bubble; the last one records where that leads. */
  private void speak(Reason reason, String key, Proposal proposal) {
    JourneyState before = book.state();
    List<Outbound> bubbles = proposal.messages();
    String lastKey = bubbles.isEmpty() ? null : TurnKey.bubble(key, bubbles.size() - 1);
    for (int i = 0; i < bubbles.size(); i++) {
      boolean last = i == bubbles.size() - 1;
      JourneyState after = after(reason, before, proposal, lastKey);
      JourneyWrite write =
          last ? book.write(after.revised(), book.events(before, after, key)) : null;
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
        notSent(proposal, bubble.key(), delivered);
        return;
      }
      if (last && delivered.written()) {
        book.recorded(after.revised());
        afterTurn(before, key);
        return;
      }
    }
    JourneyState after = after(reason, before, proposal, lastKey);
    book.record(after, book.events(before, after, key));
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
              book.now());
      case OPT_OUT ->
          Moves.ended(
              Moves.replied(before, proposal, lastKey, book.now()), Ending.OPTED_OUT, book.now());
      default -> Moves.replied(before, proposal, lastKey, book.now());
    };
  }

  private void afterTurn(JourneyState before, String key) {
    if (book.state().needsHuman() != null && before.needsHuman() == null) {
      team.tellNeedsHuman(key);
    }
  }

  /** A refused bubble: the window's template may go instead; anything else needs a person. */
  private void notSent(Proposal proposal, String key, Delivered delivered) {
    JourneyState answered =
        book.state().withInbox(Arrivals.answered(book.state().inbox(), proposal.inputIds()));
    boolean window = "WINDOW".equals(delivered.treatment());
    book.hold(window ? Moves.windowClosed(answered) : answered);
    team.callPerson(window ? "window_closed" : "send_rejected", key, Desk.Kind.SEND_PROBLEM);
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
        book.start().accountId(),
        book.start().candidateId(),
        book.state().journeyId(),
        book.state().numberId(),
        book.state().hold().epoch(),
        key,
        position,
        author,
        operatorId,
        content,
        claim,
        after);
  }
}
