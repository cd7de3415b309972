package io.talaria.journey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a journey remembers of its candidate to tell how likely they are lost, and what they have a
 * right to.
 *
 * @param answerSeconds how long the candidate took for their last answers, oldest first; at most
 *     {@value #ANSWERS_KEPT}
 * @param sentiment of their newest words, from -1 to 1, as a bot read it; null when none did
 * @param doubts how often they didn't know what to answer, in this stage
 * @param stageSince when the stage was entered; null until the bot has spoken in it
 * @param objection their newest one to automated decisions; null when there was none
 * @param marked whether a person counts them among those whom nobody wants to lose; null while the
 *     definition's rule decides
 */
public record Attention(
    List<Long> answerSeconds,
    @Nullable Double sentiment,
    int doubts,
    @Nullable Instant stageSince,
    @Nullable Objection objection,
    @Nullable Boolean marked) {
  /** So many answers tell a rhythm; older ones are forgotten. */
  public static final int ANSWERS_KEPT = 9;

  /** Of a candidate of whom nothing is known. */
  public static final Attention NONE = new Attention(List.of(), null, 0, null, null, null);

  /** Whether a person owes the candidate a decision. */
  public boolean undecided() {
    return objection != null && objection.decidedAt() == null;
  }

  /**
   * @param seq of the message that objects
   * @param decidedAt when a person recorded their decision; null until then
   */
  public record Objection(long seq, Instant raisedAt, @Nullable Instant decidedAt) {}
}
