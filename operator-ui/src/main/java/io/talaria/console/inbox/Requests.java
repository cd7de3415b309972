package io.talaria.console.inbox;

import io.talaria.console.desk.DeskAnswer;
import io.talaria.console.desk.JourneyDesk;
import io.talaria.console.login.SignedIn;
import io.talaria.journal.operator.Operator;
import io.talaria.journal.operator.Operators;
import io.talaria.journal.reading.Conversation.Holder;
import io.talaria.journal.takeover.Brakes;
import io.talaria.journey.AcknowledgeAlert;
import io.talaria.journey.Acknowledgement;
import io.talaria.journey.Answered;
import io.talaria.journey.CancelScheduled;
import io.talaria.journey.CandidateMarked;
import io.talaria.journey.HandBack;
import io.talaria.journey.HandOver;
import io.talaria.journey.HandbackReceipt;
import io.talaria.journey.HoldReceipt;
import io.talaria.journey.KeepHold;
import io.talaria.journey.ProactiveMessage;
import io.talaria.journey.RecruiterRequest;
import io.talaria.journey.Reply;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.ReviewReceipt;
import io.talaria.journey.ScheduleReceipt;
import io.talaria.journey.ScheduleReply;
import io.talaria.journey.SettleSend;
import io.talaria.port.Outbound;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a person asks of a journey from the conversation. Every call blocks for the answer.
 *
 * <p>A request that is repeated after its run has ended, or after the journey has forgotten it, is
 * answered from the journal. One that meets no run although the journey is open calls it back.
 */
@Component
class Requests {
  private final JourneyDesk desk;
  private final Takeovers takeovers;
  private final Brakes brakes;
  private final SecondLook look;
  private final Operators operators;

  Requests(
      JourneyDesk desk, Takeovers takeovers, Brakes brakes, SecondLook look, Operators operators) {
    this.desk = desk;
    this.takeovers = takeovers;
    this.brakes = brakes;
    this.look = look;
    this.operators = operators;
  }

  Takeovers.Result take(
      SignedIn me, UUID candidateId, UUID request, boolean fromHolder, @Nullable String reason) {
    return takeovers.take(me, candidateId, request, fromHolder, reason);
  }

  DeskAnswer<HandbackReceipt> handBack(UUID candidateId, HandBack request) {
    return looked(candidateId, request, desk.handBack(candidateId, request), Answered::handback);
  }

  /** Everybody to whom this conversation may be given. */
  List<Operator> colleagues(SignedIn me, Holder holder) {
    return operators.ofAccount(me.accountId()).stream()
        .filter(operator -> !operator.id().equals(holder.operatorId()))
        .toList();
  }

  DeskAnswer<HoldReceipt> handOver(
      SignedIn me,
      UUID candidateId,
      UUID request,
      Holder from,
      Operator to,
      @Nullable String note) {
    var over =
        new HandOver(request, me.id(), from.operatorId(), to.id(), to.name(), me.lead(), note);
    return looked(candidateId, over, desk.handOver(candidateId, over), Answered::hold);
  }

  DeskAnswer<HoldReceipt> keep(SignedIn me, UUID candidateId, UUID request) {
    var keep = new KeepHold(request, me.id());
    return looked(candidateId, keep, desk.keepHold(candidateId, keep), Answered::hold);
  }

  /** Sees to what the team was told; answered with who was first. */
  DeskAnswer<Acknowledgement> acknowledge(SignedIn me, UUID candidateId, UUID request) {
    var seen = new AcknowledgeAlert(request, me.id(), me.name());
    return looked(
        candidateId, seen, desk.acknowledge(candidateId, seen), Answered::acknowledgement);
  }

  /** Counts the candidate among those whom nobody wants to lose, or no longer does. */
  DeskAnswer<CandidateMarked> mark(SignedIn me, UUID candidateId, UUID request, boolean highValue) {
    return desk.mark(candidateId, new CandidateMarked(request, me.id(), highValue, Instant.now()));
  }

  DeskAnswer<ReplyReceipt> reply(SignedIn me, UUID candidateId, UUID request, Outbound content) {
    var reply = new Reply(request, me.id(), content);
    return looked(candidateId, reply, desk.reply(candidateId, reply), Answered::reply);
  }

  /** Writes while the bot keeps the conversation. */
  DeskAnswer<ReplyReceipt> writeBeside(
      SignedIn me, UUID candidateId, UUID request, Outbound content) {
    var message = new ProactiveMessage(request, me.id(), content);
    return looked(candidateId, message, desk.sendProactive(candidateId, message), Answered::reply);
  }

  DeskAnswer<ScheduleReceipt> schedule(
      SignedIn me,
      UUID candidateId,
      UUID request,
      Outbound content,
      Instant at,
      @Nullable UUID replaces) {
    var later = new ScheduleReply(request, me.id(), me.name(), content, at, replaces);
    return looked(candidateId, later, desk.schedule(candidateId, later), Answered::schedule);
  }

  DeskAnswer<ScheduleReceipt> cancel(SignedIn me, UUID candidateId, UUID request, UUID scheduled) {
    var cancel = new CancelScheduled(request, me.id(), scheduled);
    return looked(
        candidateId, cancel, desk.cancelScheduled(candidateId, cancel), Answered::schedule);
  }

  DeskAnswer<ReplyReceipt> settle(
      SignedIn me, UUID candidateId, UUID request, String key, SettleSend.Choice choice) {
    var settle = new SettleSend(request, me.id(), key, choice);
    return looked(candidateId, settle, desk.settle(candidateId, settle), Answered::reply);
  }

  /** Decides about what the bot proposed. */
  DeskAnswer<ReviewReceipt> decide(UUID candidateId, ReviewDecision decision) {
    return looked(
        candidateId, decision, desk.decideReview(candidateId, decision), Answered::review);
  }

  /** Why it was taken over; the journal's own, no Update. */
  void explain(SignedIn me, UUID candidateId, UUID takeover, String reason) {
    brakes.explain(candidateId, takeover, me.id(), reason);
  }

  private <T> DeskAnswer<T> looked(
      UUID candidateId,
      RecruiterRequest request,
      DeskAnswer<T> answer,
      Function<Answered, @Nullable T> part) {
    return look.at(candidateId, request.requestId(), answer, part);
  }
}
