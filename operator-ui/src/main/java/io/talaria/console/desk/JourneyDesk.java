package io.talaria.console.desk;

import io.talaria.journey.HandBack;
import io.talaria.journey.HandbackReceipt;
import io.talaria.journey.Reply;
import io.talaria.journey.ReplyReceipt;
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

  /** Sends what the holder wrote. */
  DeskAnswer<ReplyReceipt> reply(UUID candidateId, Reply request);

  /** Decides what becomes of an uncertain send. */
  DeskAnswer<ReplyReceipt> settle(UUID candidateId, SettleSend request);
}
