package io.talaria.port;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** A turn in, a proposal out; the journey decides. */
@ActivityInterface
public interface Bot {
  /**
   * Proposes what to say. A turn that is claimed in the journal is answered with the stored
   * proposal and its inputs, never anew. The candidate's newest message is marked read and typing
   * is shown, best effort.
   */
  @ActivityMethod(name = "propose")
  Proposal propose(Turn turn);
}
