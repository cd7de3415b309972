package io.talaria.worker;

import io.grpc.StatusRuntimeException;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the workers as long as the process lives. While the engine is away it tries again and the
 * process stays up; when the process stops, what was begun may end.
 */
@Component
class Workers implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Workers.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);

  private final Registration registration;
  private final SearchAttributes attributes;
  private final WorkerSettings settings;
  private volatile @Nullable WorkerFactory running;
  private volatile @Nullable Thread keeper;

  Workers(Registration registration, SearchAttributes attributes, WorkerSettings settings) {
    this.registration = registration;
    this.attributes = attributes;
    this.settings = settings;
  }

  /** Whether journeys are served. */
  boolean serving() {
    WorkerFactory factory = running;
    return factory != null && factory.isStarted() && !factory.isShutdown();
  }

  @Override
  public void start() {
    keeper = Thread.ofVirtual().name("workers-keeper").start(this::serve);
  }

  private void serve() {
    try {
      startWhenThere();
      while (true) {
        Thread.sleep(LOOK_AGAIN);
        attributes.keep();
      }
    } catch (InterruptedException stopped) {
      log.debug("The workers' keeper ends");
    }
  }

  private void startWhenThere() throws InterruptedException {
    Duration pause = Duration.ofMillis(500);
    while (true) {
      WorkerFactory factory = registration.workers();
      try {
        attributes.register();
        factory.start();
        running = factory;
        log.info("Journeys are served");
        return;
      } catch (RuntimeException e) {
        tell(e, pause);
        giveUp(factory);
      }
      Thread.sleep(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
  }

  /** The SDK asks the engine even for this, which may be away still. */
  private static void giveUp(WorkerFactory factory) {
    try {
      factory.shutdownNow();
    } catch (StatusRuntimeException away) {
      log.debug("A worker that never served was left as it is", away);
    }
  }

  @Override
  public void stop() {
    Thread keeping = keeper;
    if (keeping != null) {
      keeping.interrupt();
    }
    keeper = null;
    WorkerFactory factory = running;
    if (factory != null) {
      factory.shutdown();
      factory.awaitTermination(settings.shutdownGrace().toMillis(), TimeUnit.MILLISECONDS);
      factory.shutdownNow();
      running = null;
    }
  }

  @Override
  public boolean isRunning() {
    return keeper != null;
  }

  /** An engine that is away is a line; anything else is a fault and comes with its trace. */
  private static void tell(RuntimeException e, Duration pause) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof StatusRuntimeException away) {
        log.warn(
            "Temporal does not serve us ({}); trying again in {} ms",
            away.getStatus().getCode(),
            pause.toMillis());
        return;
      }
    }
    log.error("Workers can't start; trying again in {} ms", pause.toMillis(), e);
  }
}
