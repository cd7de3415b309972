package io.talaria.journey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The holder gives the journey back to the bot.
 *
 * @param takeover by which the caller holds it, or the hand-over; a hand-back that comes late gives
 *     no newer hold of the same person back; null for whichever there is
 * @param summary what happened, for the team
 * @param outcome what the intervention came to; null when the holder didn't say
 * @param notes beside the summary, such as what to watch
 * @param dropScheduled whether replies that wait for their time are cancelled; they are kept, and
 *     sent beside the bot, unless it is true
 */
public record HandBack(
    UUID requestId,
    UUID operatorId,
    @Nullable UUID takeover,
    @Nullable String summary,
    @Nullable Outcome outcome,
    @Nullable String notes,
    boolean dropScheduled)
    implements RecruiterRequest {

  /** What an intervention came to. */
  public enum Outcome {
    /** What the candidate needed a person for is settled. */
    RESOLVED,
    /** A candidate who was about to be lost answers again. */
    CANDIDATE_RE_ENGAGED,
    /** The candidate did not answer the person either. */
    NO_ANSWER,
    /** The candidate does not want the job. */
    NOT_INTERESTED,
    OTHER
  }
}
