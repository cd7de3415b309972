package io.talaria.gateway.door;

import io.talaria.journey.AcknowledgeAlert;
import io.talaria.journey.Acknowledgement;
import io.talaria.journey.CancelScheduled;
import io.talaria.journey.CandidateJourney;
import io.talaria.journey.CandidateMarked;
import io.talaria.journey.HandBack;
import io.talaria.journey.HandOver;
import io.talaria.journey.HandbackReceipt;
import io.talaria.journey.HoldReceipt;
import io.talaria.journey.JourneyIds;
import io.talaria.journey.JourneyStart;
import io.talaria.journey.JourneyState;
import io.talaria.journey.KeepHold;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.OutsideSpoke;
import io.talaria.journey.PhaseChanged;
import io.talaria.journey.PlanChosen;
import io.talaria.journey.ProactiveMessage;
import io.talaria.journey.Refusal;
import io.talaria.journey.Reply;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.ReviewReceipt;
import io.talaria.journey.ScheduleReceipt;
import io.talaria.journey.ScheduleReply;
import io.talaria.journey.SendDelivered;
import io.talaria.journey.SendSettled;
import io.talaria.journey.SendTimed;
import io.talaria.journey.SettleSend;
import io.talaria.journey.TakeOver;
import io.talaria.journey.TakeoverReceipt;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what it hears; ends when told goodbye. */
public class ListeningJourney implements CandidateJourney {
  private static final List<String> HEARD = new CopyOnWriteArrayList<>();

  private boolean over;

  @Override
  public void run(JourneyStart start) {
    Workflow.await(() -> over);
  }

  private void hear(String what) {
    UUID candidate = JourneyIds.candidateId(Workflow.getInfo().getWorkflowId());
    HEARD.add(candidate + " " + what);
  }

  @Override
  public void messageReceived(MessageReceived message) {
    hear(message.text());
    over = message.text().equals("tchau");
  }

  @Override
  public void takeMessage(MessageReceived message) {
    if (message.text().equals("hmm")) {
      throw ApplicationFailure.newNonRetryableFailure("An older build", "Test");
    }
    hear("handed over: " + message.text());
  }

  @Override
  public void wake() {
    hear("woken");
  }

  @Override
  public void sendSettled(SendSettled settled) {
    hear("settled " + settled.key());
  }

  @Override
  public void sendDelivered(SendDelivered delivered) {
    hear("delivered " + delivered.key());
  }

  @Override
  public void candidateMarked(CandidateMarked marked) {}

  @Override
  public void phaseChanged(PhaseChanged changed) {
    hear("phase " + changed.phase());
  }

  @Override
  public void outsideSpoke(OutsideSpoke spoke) {
    hear("outside " + spoke.stage());
  }

  @Override
  public void planChosen(PlanChosen chosen) {
    hear("plan " + chosen.plan());
  }

  @Override
  public void sendTimed(SendTimed timed) {
    hear("timed " + timed.key());
  }

  @Override
  public TakeoverReceipt takeOver(TakeOver request) {
    return new TakeoverReceipt(Instant.EPOCH, List.of(), List.of(), List.of());
  }

  @Override
  public void checkTakeOver(TakeOver request) {
    if (request.operatorName().equals("Otto")) {
      throw ApplicationFailure.newNonRetryableFailure(
          "Rita holds it since 10:42.", Refusal.HELD.name());
    }
    if (request.operatorName().equals("Too early")) {
      throw ApplicationFailure.newNonRetryableFailure(
          "This journey is being opened", Refusal.NOT_BEGUN.name());
    }
  }

  @Override
  public HandbackReceipt handBack(HandBack request) {
    return new HandbackReceipt(Instant.EPOCH);
  }

  @Override
  public void checkHandBack(HandBack request) {}

  @Override
  public ReplyReceipt reply(Reply request) {
    return new ReplyReceipt("k", ReplyReceipt.Standing.SENT, null, null);
  }

  @Override
  public void checkReply(Reply request) {}

  @Override
  public ReplyReceipt settle(SettleSend request) {
    return new ReplyReceipt("k", ReplyReceipt.Standing.LEFT, null, null);
  }

  @Override
  public void checkSettle(SettleSend request) {}

  @Override
  public Acknowledgement acknowledge(AcknowledgeAlert request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkAcknowledge(AcknowledgeAlert request) {}

  @Override
  public ReviewReceipt decideReview(ReviewDecision request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkDecideReview(ReviewDecision request) {}

  @Override
  public HoldReceipt handOver(HandOver request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkHandOver(HandOver request) {}

  @Override
  public HoldReceipt keepHold(KeepHold request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkKeepHold(KeepHold request) {}

  @Override
  public ReplyReceipt sendProactive(ProactiveMessage request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkSendProactive(ProactiveMessage request) {}

  @Override
  public ScheduleReceipt schedule(ScheduleReply request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkSchedule(ScheduleReply request) {}

  @Override
  public ScheduleReceipt cancelScheduled(CancelScheduled request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkCancelScheduled(CancelScheduled request) {}

  @Override
  public JourneyState state() {
    throw new IllegalStateException("Nobody asks here");
  }

  /** What the candidate's journey heard, in order. */
  static List<String> heardOf(UUID candidate) {
    return HEARD.stream()
        .filter(heard -> heard.startsWith(candidate.toString()))
        .map(heard -> heard.substring(37))
        .toList();
  }
}
