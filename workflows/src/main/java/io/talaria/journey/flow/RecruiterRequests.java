package io.talaria.journey.flow;

import io.talaria.journey.AcknowledgeAlert;
import io.talaria.journey.Answered;
import io.talaria.journey.CancelScheduled;
import io.talaria.journey.HandBack;
import io.talaria.journey.HandOver;
import io.talaria.journey.JourneyState;
import io.talaria.journey.KeepHold;
import io.talaria.journey.Outgoing.Held;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.ProactiveMessage;
import io.talaria.journey.Recollection;
import io.talaria.journey.RecruiterRequest;
import io.talaria.journey.Refusal;
import io.talaria.journey.Reply;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.ReplyReceipt.Standing;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.ScheduleReply;
import io.talaria.journey.SettleSend;
import io.talaria.journey.SettleSend.Choice;
import io.talaria.journey.TakeOver;
import io.talaria.journey.rule.Arrivals;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.Requests;
import io.talaria.journey.rule.Requests.Refused;
import io.talaria.journey.rule.Sayings;
import io.talaria.port.Desk;
import io.talaria.port.Journal;
import io.talaria.port.Journal.Remembered;
import io.talaria.port.Outbound;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Serves what recruiters ask, one request after the other, each checked again when its turn comes.
 */
final class RecruiterRequests {
  private final Book book;
  private final Ownership ownership;
  private final PeoplesWords words;
  private final Reviewing reviewing;
  private final Team team;
  private final Mailbox mailbox;

  RecruiterRequests(Conversation talk, Mailbox mailbox) {
    this.book = talk.book();
    this.ownership = talk.ownership();
    this.words = talk.words();
    this.reviewing = talk.reviewing();
    this.team = talk.team();
    this.mailbox = mailbox;
  }

  void serve(RecruiterRequest request) {
    if (book.answered(request.requestId())) {
      return;
    }
    Remembered given =
        book.journal()
            .remembered(new Journal.Asked(book.start().candidateId(), request.requestId()));
    Answered answer = given.answer();
    Recollection own = Requests.recollection(book.state());
    Optional<Refused> refused = Requests.check(book.state(), request, book.now());
    boolean lost = own.lacks(given);
    boolean stands = !(refused.isPresent() ? own.voids(given) : lost);
    if (answer != null && stands) {
      // The state remembers the last answers only, and those of its own journey; the journal all.
      book.record(Moves.remembered(book.state(), answer), List.of());
    } else if (refused.isPresent()) {
      mailbox.refuse(request.requestId(), refused.get());
    } else {
      if (answer != null) {
        book.answersAs(answer);
      }
      serve(request, lost);
    }
  }

  /**
   * @param again whether it was done in a step that was lost; everything that it asks of the
   *     journal is done once all the same
   */
  private void serve(RecruiterRequest request, boolean again) {
    switch (request) {
      case TakeOver take -> ownership.takeOver(take);
      case HandBack back -> ownership.handBack(back);
      case HandOver over -> ownership.handOver(over);
      case KeepHold keep -> ownership.keep(keep);
      case Reply reply -> words.reply(reply);
      case ProactiveMessage message -> words.sendProactive(message);
      case ScheduleReply schedule -> words.schedule(schedule);
      case CancelScheduled cancel -> words.cancel(cancel);
      case SettleSend settle -> settle(settle, again);
      case ReviewDecision decision -> reviewing.decide(decision);
      case AcknowledgeAlert acknowledge -> team.acknowledge(acknowledge);
    }
  }

  private void settle(SettleSend request, boolean again) {
    Journal.Settled settled =
        book.journal()
            .settle(
                new Journal.Settle(
                    book.start().candidateId(),
                    request.key(),
                    request.choice(),
                    request.operatorId(),
                    request.requestId()));
    Outbound content = settled.content();
    if (content == null || !(settled.settled() || again)) {
      String why =
          content == null
              ? "There is no such message"
              : "This message is no longer uncertain: " + settled.state();
      mailbox.refuse(request.requestId(), new Refused(Refusal.INVALID, why));
      return;
    }
    adopt(settled.reply());
    if (request.choice() == Choice.SEND_AGAIN) {
      words.again(request, content, settled.inputIds());
      return;
    }
    goOn(request);
    Standing standing = request.choice() == Choice.ARRIVED ? Standing.ARRIVED : Standing.LEFT;
    words.answer(request.requestId(), new ReplyReceipt(request.key(), standing, null, null));
  }

  /** A reply that was begun by a step which is lost goes on as if this run had begun it. */
  private void adopt(Journal.@Nullable Claimed reply) {
    if (reply != null
        && Sayings.adoptable(book.state(), reply)
        && Versions.SETTLED_REPLY_GOES_ON.atLeast(1)) {
      book.hold(Sayings.adopted(book.state(), reply));
    }
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
}
