package io.talaria.dev.rehearsal;

import io.talaria.journal.definition.Rehearsal;
import io.talaria.port.Bot;
import io.talaria.port.BotFault;
import java.util.Queue;

/** Who answers in a rehearsal. */
@FunctionalInterface
interface Bots {
  /**
   * The bot of this rehearsal.
   *
   * @param neighbours what it looks up in beside the definition
   * @param faults what a bot from outside fails with when it is asked next, one each time
   */
  Bot of(Rehearsal rehearsal, Neighbours neighbours, Queue<BotFault> faults);
}
