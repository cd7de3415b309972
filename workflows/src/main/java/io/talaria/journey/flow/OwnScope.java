package io.talaria.journey.flow;

import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Functions.Func;
import io.temporal.workflow.Workflow;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What is begun in a scope of its own leaves nothing behind in memory. The SDK notes every activity
 * and timer with the scope in which it was begun, to cancel it together with that, and strikes none
 * of them out when it has ended; the scope of a run lives for months.
 *
 * <p>So nothing begun here ends with the run's cancellation: a write to the journal is never cut,
 * and whoever waits for it is cancelled afterwards.
 */
final class OwnScope {
  private OwnScope() {}

  /** What was begun, and the scope that ends it. */
  record Begun<T>(T value, CancellationScope scope) {}

  /** What {@code begin} returns, which is never null, or throws. */
  static <T> T of(Func<T> begin) {
    return begin(begin).value();
  }

  /** The same, with its scope. */
  static <T> Begun<T> begin(Func<T> begin) {
    var begun = new AtomicReference<@Nullable T>();
    var scope = Workflow.newDetachedCancellationScope(() -> begun.set(begin.apply()));
    scope.run();
    return new Begun<>(Objects.requireNonNull(begun.get()), scope);
  }
}
