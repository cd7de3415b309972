package io.talaria.port;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where recruiters are told. */
@ActivityInterface
public interface Desk {
  /**
   * Tells the team. One row per episode: after an unknown outcome it is posted once more, marked
   * "again"; never after acknowledgement. Fails only with what is worth another try.
   */
  @ActivityMethod(name = "alert")
  void alert(Alert alert);

  /**
   * @param episode one row per episode: journey, kind and number
   * @param since when the silence or the waiting began; for {@link Kind#WINDOW_CLOSING} when it
   *     closes, for {@link Kind#ESCALATED} when it was told last
   * @param ownerId who holds the journey, if anybody
   * @param escalated what nobody acknowledged; null unless the kind is ESCALATED
   */
  record Alert(
      UUID accountId,
      UUID candidateId,
      UUID journeyId,
      String episode,
      Kind kind,
      String stage,
      Instant since,
      @Nullable UUID ownerId,
      @Nullable Escalated escalated) {

    /** An alert that is told for the first time. */
    public Alert(
        UUID accountId,
        UUID candidateId,
        UUID journeyId,
        String episode,
        Kind kind,
        String stage,
        Instant since,
        @Nullable UUID ownerId) {
      this(accountId, candidateId, journeyId, episode, kind, stage, since, ownerId, null);
    }
  }

  /**
   * @param about what the team was told before
   * @param level 1 for the lead, 2 for e-mail
   */
  record Escalated(Kind about, int level) {}

  /** Why the team is told. */
  enum Kind {
    /** The candidate owes an answer for too long. */
    AT_RISK,
    /** The candidate asked for a person, or the bot gave up. */
    NEEDS_HUMAN,
    /** We owe an answer for too long. */
    WAITING,
    /** Somebody wrote after the journey's end. */
    AFTER_END,
    /**
     * A message could not be sent, or did not arrive. What nobody knows stands in the console's own
     * queue.
     */
    SEND_PROBLEM,
    /** Who holds the journey leaves a waiting candidate alone: it goes back to the bot soon. */
    OWNER_SILENT,
    /** A colleague was given the journey. */
    HANDED_OVER,
    /** A person's words that waited did not leave: at their time, or when the journey ended. */
    SCHEDULED_NOT_SENT,
    /** A reply of the bot waits for a recruiter. */
    REVIEW,
    /** A candidate waits whom free text reaches for a short time only. */
    WINDOW_CLOSING,
    /** Nobody acknowledged an alert. */
    ESCALATED
  }
}
