package io.talaria.journey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who owes whom an answer.
 *
 * @param windowFrom WhatsApp's time of the candidate's newest message; free text reaches them for
 *     24 hours from then
 * @param candidateOwesSince WhatsApp's time of our last message that asks, nudges aside
 * @param owedKey the intent key of that message
 * @param weOweSince WhatsApp's time of the candidate's oldest unanswered message
 * @param nudges sent since {@code candidateOwesSince}
 * @param atRisk whether the team was told of this silence
 * @param waitAlerted whether the team was told of this waiting
 * @param reopenedFor seq of the candidate's newest message when the template was sent; 0 for none
 * @param episodes alerts told so far; numbers the next one
 */
public record Silence(
    @Nullable Instant windowFrom,
    @Nullable Instant candidateOwesSince,
    @Nullable String owedKey,
    @Nullable Instant weOweSince,
    int nudges,
    boolean atRisk,
    boolean waitAlerted,
    long reopenedFor,
    int episodes) {
  /** Nobody owes anybody an answer, and nothing was told yet. */
  public static final Silence NONE = new Silence(null, null, null, null, 0, false, false, 0, 0);

  /** The same with another window; null where WhatsApp says that it is closed. */
  public Silence withWindowFrom(@Nullable Instant next) {
    return new Silence(
        next,
        candidateOwesSince,
        owedKey,
        weOweSince,
        nudges,
        atRisk,
        waitAlerted,
        reopenedFor,
        episodes);
  }

  /** The same, owed since another moment. */
  public Silence withCandidateOwesSince(Instant next) {
    return new Silence(
        windowFrom, next, owedKey, weOweSince, nudges, atRisk, waitAlerted, reopenedFor, episodes);
  }

  /** The same after so many reminders. */
  public Silence withNudges(int next) {
    return new Silence(
        windowFrom,
        candidateOwesSince,
        owedKey,
        weOweSince,
        next,
        atRisk,
        waitAlerted,
        reopenedFor,
        episodes);
  }

  /** The same after one more alert: of the silence, of the waiting, or of neither. */
  public Silence told(boolean ofSilence, boolean ofWaiting) {
    return new Silence(
        windowFrom,
        candidateOwesSince,
        owedKey,
        weOweSince,
        nudges,
        atRisk || ofSilence,
        waitAlerted || ofWaiting,
        reopenedFor,
        episodes + 1);
  }
}
