package io.talaria.journal.replan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journey, and what the move to a plan means for it as its last write left it.
 *
 * @param plan number of the plan that it has
 * @param step the question that is open; null when none is
 * @param toStage where it would stand; where it stands when it would not move
 * @param toStep the question that would be open; null when none would
 */
public record Mover(
    UUID journeyId,
    UUID candidateId,
    int plan,
    String stage,
    @Nullable String step,
    Prospect prospect,
    String toStage,
    @Nullable String toStep) {

  /** What would become of it. */
  public enum Prospect {
    /** It would stand in the new plan as in the old one. */
    MOVES,
    /** Its open question is gone: another one would be asked. */
    ASKS_ANEW,
    /** It has this plan, or a newer one. */
    THERE_ALREADY,
    ENDED,
    /** The new plan has no such stage. */
    STAGE_GONE,
    /** A stage that it has left lies ahead in the new plan. */
    BACKWARDS,
    /** Its open question is gone, and everything that the stage asks is answered. */
    NOTHING_TO_ASK,
    /** It has not written its first state yet. */
    BEGINS;

    /** Whether it would move. */
    public boolean moves() {
      return this == MOVES || this == ASKS_ANEW;
    }
  }
}
