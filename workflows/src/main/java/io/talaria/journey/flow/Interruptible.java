package io.talaria.journey.flow;

import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Functions.Func;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A remote call that is given up when something more urgent comes. */
final class Interruptible {
  private Interruptible() {}

  /** What is done while the call is under way. */
  interface Beside {
    /** Whether something is to be done. Part of an await's condition: it starts no command. */
    boolean waits();

    /**
     * Does the next of it.
     *
     * @return whether the call is wanted still
     */
    boolean serve();
  }

  /**
   * Waits for the call.
   *
   * @return the completed promise, or empty when it was interrupted, or is not wanted any more, and
   *     cancelled
   */
  static <T> Optional<Promise<T>> call(
      EngineTime time, Func<Promise<T>> start, BooleanSupplier interrupted, Beside beside) {
    CompletablePromise<T> result = Workflow.newPromise();
    CancellationScope scope =
        Workflow.newDetachedCancellationScope(() -> result.completeFrom(start.apply()));
    scope.run();
    boolean wanted = true;
    while (wanted && !result.isCompleted() && !interrupted.getAsBoolean()) {
      time.await(() -> result.isCompleted() || interrupted.getAsBoolean() || beside.waits());
      if (!result.isCompleted() && !interrupted.getAsBoolean()) {
        wanted = beside.serve();
      }
    }
    if (wanted && result.isCompleted()) {
      return Optional.of(result);
    }
    scope.cancel();
    return Optional.empty();
  }
}
