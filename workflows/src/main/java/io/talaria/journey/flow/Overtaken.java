package io.talaria.journey.flow;

/**
 * The journal goes on with the journey elsewhere, and writes nothing of this run any more. Should
 * Temporal hold this run for the current one all the same, it has to go on from the journal, like
 * the run after a lost one; should it not, its workflow task comes to nothing anyway.
 *
 * <p>Seen when a workflow task that Temporal had given up woke after its run had closed, and opened
 * the journey of the run after it.
 */
final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Overtaken() {
    super("The journal goes on without this run", null, false, false);
  }
}
