package io.talaria.journey;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/**
 * One candidate's way through a definition, as one long-lived workflow with id {@link
 * JourneyIds#workflowId}.
 *
 * <p>Facts are signals in the past tense; requests are Updates, refused by their validators with an
 * {@code ApplicationFailure} whose type is a {@link Refusal} and whose message is a sentence for
 * the recruiter, with a {@link Recollection} as its detail once the journey is open. Every request
 * carries the caller's request id: sent twice, it is done once and answered the same, also across
 * continue-as-new.
 */
@WorkflowInterface
public interface CandidateJourney {
  /**
   * How long a worker may take for one step before the engine gives it to another one. Every start
   * says so, since a server may be set to another one: a candidate's journey whose worker died or
   * stands still goes on within 35 seconds, and a step's sends and writes, which end sooner than
   * this, are never done by two workers that are both alive.
   */
  Duration STEP_WITHIN = Duration.ofSeconds(10);

  /** Name of the Update {@link #takeMessage}. */
  String TAKE_MESSAGE = "takeMessage";

  /** Name of the Update {@link #wake}. */
  String WAKE = "wake";

  /** Runs until 30 days after the journey's end, when later messages start a new one. */
  @WorkflowMethod
  void run(JourneyStart start);

  /** A message of the candidate is in the journal. No-op if it was taken in before. */
  @SignalMethod
  void messageReceived(MessageReceived message);

  /**
   * The same as an Update, which the engine writes down once instead of three times. Answered with
   * the step of the journey that took it in.
   */
  @UpdateMethod(name = TAKE_MESSAGE)
  void takeMessage(MessageReceived message);

  /**
   * What the journey sleeps for has come, by the journal's clock. Answered with the step that does
   * it; a journey that has nothing to do yet sleeps on.
   */
  @UpdateMethod(name = WAKE)
  void wake();

  /** A send whose outcome was unknown is known now, or an accepted one failed. No-op if known. */
  @SignalMethod
  void sendSettled(SendSettled settled);

  /** A send has arrived whose arrival was asked for. No-op unless the next bubble waits for it. */
  @SignalMethod
  void sendDelivered(SendDelivered delivered);

  /** WhatsApp dates a send differently from us. No-op unless it is the one the candidate owes. */
  @SignalMethod
  void sendTimed(SendTimed timed);

  /** Its number's conversations are in another phase. No-op if the journey knows. */
  @SignalMethod
  void phaseChanged(PhaseChanged changed);

  /**
   * Another system told what it said to the candidate. No-op unless the number is only watched:
   * else Talaria speaks, and knows what was said.
   */
  @SignalMethod
  void outsideSpoke(OutsideSpoke spoke);

  /** A person counts the candidate among those whom nobody wants to lose, or no longer does. */
  @SignalMethod
  void candidateMarked(CandidateMarked marked);

  /**
   * Somebody moves the journey to another plan, which it does when nothing is under way. No-op if
   * it is over, or has this plan or a newer one; its plan stays if it has no place in that one.
   */
  @SignalMethod
  void planChosen(PlanChosen chosen);

  /**
   * Stops the bot and gives the journey to a person. The caller has raised the brake before.
   *
   * @return what was in flight or uncertain; nothing else of the bot leaves until hand-back
   */
  @UpdateMethod
  TakeoverReceipt takeOver(TakeOver request);

  @UpdateValidatorMethod(updateName = "takeOver")
  void checkTakeOver(TakeOver request);

  /** Gives the journey back to the bot, which answers what is unanswered or asks again. */
  @UpdateMethod
  HandbackReceipt handBack(HandBack request);

  @UpdateValidatorMethod(updateName = "handBack")
  void checkHandBack(HandBack request);

  /** Gives the journey to a colleague in one step: at no moment may the bot speak. */
  @UpdateMethod
  HoldReceipt handOver(HandOver request);

  @UpdateValidatorMethod(updateName = "handOver")
  void checkHandOver(HandOver request);

  /** Begins the holder's time anew, after which a silent holder's journey goes back to the bot. */
  @UpdateMethod
  HoldReceipt keepHold(KeepHold request);

  @UpdateValidatorMethod(updateName = "keepHold")
  void checkKeepHold(KeepHold request);

  /** Sends what the holder wrote. The request id is the send's idempotency key. */
  @UpdateMethod
  ReplyReceipt reply(Reply request);

  @UpdateValidatorMethod(updateName = "reply")
  void checkReply(Reply request);

  /** Sends a recruiter's words while the bot keeps the journey. */
  @UpdateMethod
  ReplyReceipt sendProactive(ProactiveMessage request);

  @UpdateValidatorMethod(updateName = "sendProactive")
  void checkSendProactive(ProactiveMessage request);

  /** Keeps a recruiter's words until their time, or changes what is kept. */
  @UpdateMethod
  ScheduleReceipt schedule(ScheduleReply request);

  @UpdateValidatorMethod(updateName = "schedule")
  void checkSchedule(ScheduleReply request);

  /** Forgets a scheduled reply. */
  @UpdateMethod
  ScheduleReceipt cancelScheduled(CancelScheduled request);

  @UpdateValidatorMethod(updateName = "cancelScheduled")
  void checkCancelScheduled(CancelScheduled request);

  /** A person decides what becomes of an UNCERTAIN send. */
  @UpdateMethod
  ReplyReceipt settle(SettleSend request);

  @UpdateValidatorMethod(updateName = "settle")
  void checkSettle(SettleSend request);

  /** A recruiter lets a proposal of the bot leave, with other words perhaps, or keeps it back. */
  @UpdateMethod
  ReviewReceipt decideReview(ReviewDecision request);

  @UpdateValidatorMethod(updateName = "decideReview")
  void checkDecideReview(ReviewDecision request);

  /**
   * Somebody sees to what the team was told: it isn't escalated any further. No-op, answered with
   * who was first, when somebody had seen to it.
   */
  @UpdateMethod
  Acknowledgement acknowledge(AcknowledgeAlert request);

  @UpdateValidatorMethod(updateName = "acknowledge")
  void checkAcknowledge(AcknowledgeAlert request);

  /** For diagnosis; lists and conversations read the journal. */
  @QueryMethod
  JourneyState state();
}
