package io.talaria.gateway.door;

import io.talaria.gateway.door.JourneyDoor.Told;
import io.talaria.journal.journey.DueJourneys;
import io.talaria.journal.journey.DueJourneys.DueJourney;
import io.talaria.journal.repair.WantedRuns;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Wakes journeys that are due, few at once, and none while candidates' messages wait: thousands may
 * fall due together. What a gateway that dies had in its hands has timers of its own; a journey
 * that has no run any more gets one.
 */
@Component
class WakeUpCalls {
  /** Enough to keep a worker busy; a message waits behind no more than these. */
  private static final int PLACES = 24;

  private static final int AT_ONCE = 32;

  /** After the engine did not answer, nobody is woken for so long. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final DueJourneys journeys;
  private final JourneyDoor door;
  private final Forwarder forwarder;
  private final WantedRuns runs;
  private final RunSettings settings;
  private final Semaphore places = new Semaphore(PLACES);
  private volatile long pausedUntil = System.nanoTime();

  WakeUpCalls(
      DueJourneys journeys,
      JourneyDoor door,
      Forwarder forwarder,
      WantedRuns runs,
      RunSettings settings) {
    this.journeys = journeys;
    this.door = door;
    this.forwarder = forwarder;
    this.runs = runs;
    this.settings = settings;
  }

  @Scheduled(fixedDelayString = "${talaria.gateway.sweep-every}")
  void sweep() throws InterruptedException {
    int taken = AT_ONCE;
    while (taken == AT_ONCE && !paused() && !forwarder.isBehind()) {
      List<DueJourney> due = journeys.take(settings.waking(), AT_ONCE);
      taken = due.size();
      for (DueJourney journey : due) {
        places.acquire();
        Thread.ofVirtual().name("wake").start(() -> wake(journey));
      }
    }
  }

  private void wake(DueJourney journey) {
    try {
      switch (paused() ? Told.AWAY : door.wake(journey.candidateId(), journey.at())) {
        case HEARD -> {}
        case NOBODY -> runs.callFor(journey.candidateId());
        case AWAY -> {
          pausedUntil = System.nanoTime() + PAUSE.toNanos();
          journeys.giveBack(journey);
        }
      }
    } catch (DataAccessException | TransactionException e) {
      // Its own timer wakes it.
    } finally {
      places.release();
    }
  }

  private boolean paused() {
    return System.nanoTime() - pausedUntil < 0;
  }
}
