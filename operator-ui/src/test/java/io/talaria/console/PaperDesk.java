package io.talaria.console;

import io.talaria.console.desk.DeskAnswer;
import io.talaria.console.desk.DeskAnswer.Done;
import io.talaria.console.desk.JourneyDesk;
import io.talaria.journey.AcknowledgeAlert;
import io.talaria.journey.Acknowledgement;
import io.talaria.journey.CancelScheduled;
import io.talaria.journey.CandidateMarked;
import io.talaria.journey.HandBack;
import io.talaria.journey.HandOver;
import io.talaria.journey.HandbackReceipt;
import io.talaria.journey.HoldReceipt;
import io.talaria.journey.KeepHold;
import io.talaria.journey.PlanChosen;
import io.talaria.journey.ProactiveMessage;
import io.talaria.journey.Reply;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.ReplyReceipt.Standing;
import io.talaria.journey.Review.Fate;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.ReviewReceipt;
import io.talaria.journey.ScheduleReceipt;
import io.talaria.journey.ScheduleReply;
import io.talaria.journey.SettleSend;
import io.talaria.journey.TakeOver;
import io.talaria.journey.TakeoverReceipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A journey that does what it is asked, or what a test says instead. */
public class PaperDesk implements JourneyDesk {
  public final List<Object> asked = new ArrayList<>();
  private DeskAnswer<?> instead;
  private Runnable meanwhile = () -> {};

  void clear() {
    asked.clear();
    instead = null;
    meanwhile = () -> {};
  }

  /** The answer to whatever comes, until cleared. */
  public void answer(DeskAnswer<?> answer) {
    instead = answer;
  }

  /** What the journey does before it answers whatever comes, until cleared. */
  public void meanwhile(Runnable journal) {
    meanwhile = journal;
  }

  @Override
  public DeskAnswer<TakeoverReceipt> takeOver(UUID candidateId, TakeOver request) {
    return note(request, new TakeoverReceipt(Instant.now(), List.of(), List.of(), List.of()));
  }

  @Override
  public DeskAnswer<HandbackReceipt> handBack(UUID candidateId, HandBack request) {
    return note(request, new HandbackReceipt(Instant.now()));
  }

  @Override
  public DeskAnswer<ReplyReceipt> reply(UUID candidateId, Reply request) {
    return note(request, new ReplyReceipt("req:" + request.requestId(), Standing.SENT, null, null));
  }

  @Override
  public DeskAnswer<HoldReceipt> handOver(UUID candidateId, HandOver request) {
    return note(request, new HoldReceipt(request.toOperatorId(), request.toName(), Instant.now()));
  }

  @Override
  public DeskAnswer<Acknowledgement> acknowledge(UUID candidateId, AcknowledgeAlert request) {
    return note(
        request, new Acknowledgement(request.operatorId(), request.operatorName(), Instant.now()));
  }

  @Override
  public DeskAnswer<CandidateMarked> mark(UUID candidateId, CandidateMarked marked) {
    return note(marked, marked);
  }

  @Override
  public DeskAnswer<PlanChosen> planChosen(UUID candidateId, PlanChosen chosen) {
    return note(chosen, chosen);
  }

  @Override
  public DeskAnswer<HoldReceipt> keepHold(UUID candidateId, KeepHold request) {
    return note(request, new HoldReceipt(request.operatorId(), "", Instant.now()));
  }

  @Override
  public DeskAnswer<ReplyReceipt> sendProactive(UUID candidateId, ProactiveMessage request) {
    return note(request, new ReplyReceipt("k", ReplyReceipt.Standing.SENT, null, null));
  }

  @Override
  public DeskAnswer<ScheduleReceipt> schedule(UUID candidateId, ScheduleReply request) {
    return note(request, new ScheduleReceipt(request.requestId(), request.at(), false));
  }

  @Override
  public DeskAnswer<ScheduleReceipt> cancelScheduled(UUID candidateId, CancelScheduled request) {
    return note(request, new ScheduleReceipt(request.scheduled(), null, false));
  }

  @Override
  public DeskAnswer<ReplyReceipt> settle(UUID candidateId, SettleSend request) {
    return note(request, new ReplyReceipt(request.key(), Standing.ARRIVED, null, null));
  }

  @Override
  public DeskAnswer<ReviewReceipt> decideReview(UUID candidateId, ReviewDecision request) {
    return note(request, new ReviewReceipt(request.version(), Fate.APPROVED, Instant.now()));
  }

  @SuppressWarnings("unchecked")
  private <T> DeskAnswer<T> note(Object request, T receipt) {
    meanwhile.run();
    asked.add(request);
    return instead == null ? new Done<>(receipt) : (DeskAnswer<T>) instead;
  }
}
