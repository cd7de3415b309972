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

  /**
   * Waits for the call.
   *
   * @return the completed promise, or empty when it was interrupted and cancelled
   */
  static <T> Optional<Promise<T>> call(Func<Promise<T>> start, BooleanSupplier interrupted) {
    CompletablePromise<T> result = Workflow.newPromise();
    CancellationScope scope =
        Workflow.newDetachedCancellationScope(() -> result.completeFrom(start.apply()));
    scope.run();
    Workflow.await(() -> result.isCompleted() || interrupted.getAsBoolean());
    if (result.isCompleted()) {
      return Optional.of(result);
    }
    scope.cancel();
    return Optional.empty();
  }
}
