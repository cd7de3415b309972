package io.talaria.console.live;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and asks outside the session lock, and brings what came of it to the page. */
public class Background {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final Executor executor;

  /**
   * @param executor tests give one that runs at once
   */
  public Background(Executor executor) {
    this.executor = executor;
  }

  /**
   * Runs the work off the lock, then the answer or the failure under it. A page that was closed
   * meanwhile hears nothing.
   */
  public <T> void run(
      UI ui, Supplier<T> work, Consumer<T> answer, Consumer<RuntimeException> failure) {
    try {
      executor.execute(() -> bring(ui, work, answer, failure));
    } catch (RejectedExecutionException closing) {
      LOG.debug("The console is closing; nothing is read any more");
    }
  }

  private <T> void bring(
      UI ui, Supplier<T> work, Consumer<T> answer, Consumer<RuntimeException> failure) {
    T result;
    try {
      result = work.get();
    } catch (RuntimeException e) {
      LOG.warn("A page could not be read or changed: {}", e.toString());
      show(ui, () -> failure.accept(e));
      return;
    }
    show(ui, () -> answer.accept(result));
  }

  /** Brings how far something is to the page, from the thread that does it. */
  public void show(UI ui, Runnable change) {
    try {
      ui.access(change::run);
    } catch (UIDetachedException closed) {
      LOG.trace("The page was closed meanwhile");
    }
  }
}
