package io.talaria.console.desk;

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
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.ReviewReceipt;
import io.talaria.journey.ScheduleReceipt;
import io.talaria.journey.ScheduleReply;
import io.talaria.journey.SettleSend;
import io.talaria.journey.TakeOver;
import io.talaria.journey.TakeoverReceipt;
import java.util.UUID;

/**
 * Asks a candidate's journey. Each call blocks its thread until the answer or a deadline, so it
 * never runs under a session lock. Asked twice with one request id, a thing is done once.
 */
public interface JourneyDesk {
  /** Completes a takeover whose brake is raised. */
  DeskAnswer<TakeoverReceipt> takeOver(UUID candidateId, TakeOver request);

  /** Gives the journey back to the bot. */
  DeskAnswer<HandbackReceipt> handBack(UUID candidateId, HandBack request);

  /** Gives the journey to a colleague; the bot stays silent. */
  DeskAnswer<HoldReceipt> handOver(UUID candidateId, HandOver request);

  /** The holder is at it: the journey does not go back to the bot yet. */
  DeskAnswer<HoldReceipt> keepHold(UUID candidateId, KeepHold request);

  /** Sends what the holder wrote. */
  DeskAnswer<ReplyReceipt> reply(UUID candidateId, Reply request);

  /** Sends a recruiter's words while the bot keeps the journey. */
  DeskAnswer<ReplyReceipt> sendProactive(UUID candidateId, ProactiveMessage request);

  /** Keeps words until their time, or changes what is kept. */
  DeskAnswer<ScheduleReceipt> schedule(UUID candidateId, ScheduleReply request);

  /** Forgets words that wait for their time. */
  DeskAnswer<ScheduleReceipt> cancelScheduled(UUID candidateId, CancelScheduled request);

  /** Lets a proposal of the bot leave, with other words perhaps, or keeps it back. */
  DeskAnswer<ReviewReceipt> decideReview(UUID candidateId, ReviewDecision request);

  /** Sees to what the team was told; answered with who was first. */
  DeskAnswer<Acknowledgement> acknowledge(UUID candidateId, AcknowledgeAlert request);

  /**
   * Says whether nobody wants to lose this candidate.
   *
   * @return done once the journey's engine has it
   */
  DeskAnswer<CandidateMarked> mark(UUID candidateId, CandidateMarked marked);

  /** Decides what becomes of an uncertain send. */
  DeskAnswer<ReplyReceipt> settle(UUID candidateId, SettleSend request);

  /**
   * Tells that somebody moves the journey to another plan; it does so when nothing is under way.
   *
   * @return done once the journey's engine has it
   */
  DeskAnswer<PlanChosen> planChosen(UUID candidateId, PlanChosen chosen);
}
