package io.talaria.journey.flow;

import io.talaria.journey.HandBack;
import io.talaria.journey.HandbackReceipt;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.Answered;
import io.talaria.journey.JourneyState.Holder;
import io.talaria.journey.Outgoing.Held;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.Outgoing.Words;
import io.talaria.journey.Refusal;
import io.talaria.journey.Reply;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.ReplyReceipt.Standing;
import io.talaria.journey.SettleSend;
import io.talaria.journey.SettleSend.Choice;
import io.talaria.journey.TakeOver;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.journey.flow.Mailbox.Request;
import io.talaria.journey.rule.Arrivals;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.Requests;
import io.talaria.journey.rule.Requests.Refused;
import io.talaria.journey.rule.Sayings;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Desk;
import io.talaria.port.Journal;
import io.talaria.port.JourneyEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Serves what recruiters ask, one request after the other, each checked again when its turn comes.
 */
final class RecruiterRequests {
  private final Book book;
  private final Speech speech;
  private final PeoplesWords words;
  private final Sends sends;
  private final Team team;
  private final Mailbox mailbox;

  RecruiterRequests(Conversation talk, Mailbox mailbox) {
    this.book = talk.book();
    this.speech = talk.speech();
    this.words = talk.words();
    this.sends = talk.sends();
    this.team = talk.team();
    this.mailbox = mailbox;
  }

  void serve(Request request) {
    if (book.answered(request.id())) {
      return;
    }
    Optional<Refused> refused = check(request);
    if (refused.isPresent()) {
      mailbox.refuse(request.id(), refused.get());
      return;
    }
    switch (request) {
      case Request.Take take -> takeOver(take.request());
      case Request.Return back -> handBack(back.request());
      case Request.Write write -> reply(write.request());
      case Request.Settle settle -> settle(settle.request());
    }
  }

  private Optional<Refused> check(Request request) {
    return switch (request) {
      case Request.Take take -> Requests.check(book.state(), take.request());
      case Request.Return back -> Requests.check(book.state(), back.request());
      case Request.Write write -> Requests.check(book.state(), write.request(), book.now());
      case Request.Settle settle -> Requests.check(book.state(), settle.request());
    };
  }

  private void takeOver(TakeOver request) {
    Holder before = book.state().hold().holder();
    TakeoverReceipt receipt = stopBot(request);
    Holder holder =
        new Holder(request.requestId(), request.operatorId(), request.operatorName(), book.now());
    JourneyState taken = Moves.taken(book.state(), holder, request.epoch());
    JourneyEvent event =
        new JourneyEvent.OperatorTakeover(
            request.requestId().toString(),
            book.now(),
            request.operatorId(),
            request.reason(),
            before == null ? null : before.operatorId(),
            receipt);
    book.record(
        Moves.remembered(taken, new Answered(request.requestId(), receipt, null, null)),
        List.of(event));
  }

  /** Waits until nothing of the bot can leave, and tells what remains. */
  private TakeoverReceipt stopBot(TakeOver request) {
    speech.unbraked();
    sends.drop();
    return book.journal()
        .stopBot(
            new Journal.StopBot(
                book.start().candidateId(),
                book.state().journeyId(),
                request.requestId(),
                request.epoch(),
                Sayings.unsaid(book.state())));
  }

  private void handBack(HandBack request) {
    Holder holder = Objects.requireNonNull(book.state().hold().holder());
    long epoch =
        book.journal()
            .releaseBrake(
                new Journal.ReleaseBrake(
                    book.start().candidateId(),
                    holder.takeoverId(),
                    request.requestId(),
                    request.summary()));
    HandbackReceipt receipt = new HandbackReceipt(book.now());
    JourneyEvent event =
        new JourneyEvent.OperatorHandback(
            request.requestId().toString(), book.now(), request.operatorId(), request.summary());
    JourneyState returned = Moves.returned(book.state(), epoch);
    book.record(
        Moves.remembered(returned, new Answered(request.requestId(), null, receipt, null)),
        List.of(event));
    speech.resume(request.requestId());
  }

  private void reply(Reply request) {
    send(new Words(request.requestId(), request.operatorId(), request.content(), null));
  }

  private void settle(SettleSend request) {
    Journal.Settled settled =
        book.journal()
            .settle(
                new Journal.Settle(
                    book.start().candidateId(),
                    request.key(),
                    request.choice(),
                    request.operatorId(),
                    request.requestId()));
    if (!settled.settled()) {
      mailbox.refuse(
          request.requestId(),
          new Refused(Refusal.INVALID, "This message is no longer uncertain: " + settled.state()));
      return;
    }
    if (request.choice() == Choice.SEND_AGAIN) {
      send(new Words(request.requestId(), request.operatorId(), settled.content(), request.key()));
      return;
    }
    goOn(request);
    Standing standing = request.choice() == Choice.ARRIVED ? Standing.ARRIVED : Standing.LEFT;
    answer(request.requestId(), new ReplyReceipt(request.key(), standing, null, null));
  }

  /** The rest of a reply follows what arrived, and isn't said after what was left unsent. */
  private void goOn(SettleSend request) {
    Saying saying = book.state().outgoing().saying();
    Held held = saying == null ? null : saying.held();
    if (saying == null || held == null || !held.key().equals(request.key())) {
      return;
    }
    if (request.choice() == Choice.ARRIVED) {
      book.hold(Sayings.released(book.state()));
    } else {
      // Answered as far as the bot goes: its claimed reply would only meet the same row again.
      JourneyState cut = Sayings.cut(book.state());
      book.hold(cut.withInbox(Arrivals.answered(cut.inbox(), saying.proposal().inputIds())));
      team.callPerson("reply_left", request.key(), Desk.Kind.NEEDS_HUMAN);
    }
  }

  private void send(Words said) {
    Delivered delivered = words.say(said);
    boolean left = delivered.outcome() == Outcome.SENT || delivered.outcome() == Outcome.UNCERTAIN;
    boolean waits = delivered.outcome() == Outcome.DEFERRED;
    Standing standing =
        switch (delivered.outcome()) {
          case SENT -> Standing.SENT;
          case UNCERTAIN -> Standing.UNCERTAIN;
          case DEFERRED -> Standing.QUEUED;
          case REJECTED, BRAKED, ADOPT -> Standing.NOT_SENT;
        };
    answer(
        said.requestId(),
        new ReplyReceipt(
            PeoplesWords.key(said),
            standing,
            left || waits ? null : delivered.reason(),
            left || waits ? null : delivered.errorCode()));
  }

  private void answer(UUID requestId, ReplyReceipt receipt) {
    book.record(Moves.remembered(book.state(), replied(requestId, receipt)), List.of());
  }

  private static Answered replied(UUID requestId, ReplyReceipt receipt) {
    return new Answered(requestId, null, null, receipt);
  }
}
