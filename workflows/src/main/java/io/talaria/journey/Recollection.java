package io.talaria.journey;

import io.talaria.port.Journal.Remembered;
import java.util.UUID;

/**
 * Which step a run has reached, and so which answers it can know of. It goes with every refusal, so
 * that whoever finds an older answer in the journal can tell whether that one stands.
 *
 * @param complete whether the run remembers every answer that its journey gave
 */
public record Recollection(UUID journeyId, long generation, long revision, boolean complete) {
  /**
   * Whether this answer's step is none of the run's, which doesn't remember it: the journal has it,
   * but its workflow task was lost before the engine knew of it.
   *
   * <p>Where nothing was forgotten yet, what isn't remembered wasn't done. Revisions alone don't
   * tell: the task that runs again may have written others under the lost step's number.
   */
  public boolean lacks(Remembered given) {
    boolean later =
        given.generation() > generation
            || (given.generation() == generation && given.revision() > revision);
    return journeyId.equals(given.journeyId()) && (complete || later);
  }

  /**
   * Whether a run that refuses the request makes the journal's answer void. Words have left and
   * stay said, whatever became of their step; all else is true only if the journey did it.
   */
  public boolean voids(Remembered given) {
    Answered answer = given.answer();
    return answer != null && answer.reply() == null && lacks(given);
  }
}
