package io.talaria.journey.flow;

/**
 * The journal goes on with the journey elsewhere, and writes nothing of this run any more. Should
 * Temporal hold this run for the current one all the same, it has to go on from the journal, like
 * the run after a lost one; should it not, its workflow task comes to nothing anyway.
 *
 * <p>Possible where a workflow task that Temporal gave up wakes after its run has closed and opens
 * the journey of the run after it; where Temporal was restored to an older point; and where
 * Temporal lost a step that the journal has, with the message or the request for which it was made.
 */
final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Overtaken() {
    super("The journal goes on without this run", null, false, false);
  }
}
