package io.talaria.gateway.repair;

import io.talaria.gateway.door.JourneyRuns;
import io.talaria.gateway.door.JourneyRuns.Begun;
import io.talaria.gateway.door.JourneyRuns.Run;
import io.talaria.journal.repair.OpenJourney;
import io.talaria.journal.repair.OpenJourneys;
import io.talaria.journal.repair.WantedRuns;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds journeys that should have acted and didn't, because their run is gone, and those for which
 * a recruiter asked and met no run; has them go on. Without it nobody would notice before the
 * candidate writes again: no reminder, no alert, and a holder who can neither write nor give back.
 */
@Component
class LostRunSweeper {
  private static final Logger log = LoggerFactory.getLogger(LostRunSweeper.class);

  /** Longer than a queue of work after an outage; a nearer look would ask for runs that live. */
  private static final Duration OVERDUE = Duration.ofMinutes(5);

  private static final Duration NEXT_LOOK = Duration.ofMinutes(10);
  private static final int AT_ONCE = 50;

  private final OpenJourneys journeys;
  private final WantedRuns wanted;
  private final JourneyRuns runs;

  LostRunSweeper(OpenJourneys journeys, WantedRuns wanted, JourneyRuns runs) {
    this.journeys = journeys;
    this.wanted = wanted;
    this.runs = runs;
  }

  @Scheduled(fixedDelayString = "${talaria.gateway.look-for-lost-runs-every}")
  void sweep() {
    for (OpenJourney journey : journeys.takeOverdue(OVERDUE, NEXT_LOOK, AT_ONCE)) {
      Run run = runs.look(journey.candidateId());
      switch (run.standing()) {
        case NONE -> goOn(journey);
        case FAILING ->
            log.error(
                "Journey {} is overdue since {} and its run {} fails again and again. Look at it in the"
                    + " Temporal Web UI; temporal-dev/repair --stuck has it go on in a new run",
                journey.journeyId(),
                journey.dueAt(),
                run.runId());
        case RUNNING, AWAY -> {
          // It is late with the others, or nobody knows.
        }
      }
    }
  }

  /** A person waits: this doesn't wait for the journey's own deadline. */
  @Scheduled(fixedDelayString = "${talaria.gateway.sweep-every}")
  void bringBack() {
    for (UUID journeyId : wanted.oldest(AT_ONCE)) {
      if (journeys.byId(journeyId).map(this::runsAgain).orElse(true)) {
        wanted.forget(journeyId);
      }
    }
  }

  private boolean runsAgain(OpenJourney journey) {
    return switch (runs.look(journey.candidateId()).standing()) {
      case NONE -> goOn(journey) != Begun.AWAY;
      case RUNNING, FAILING -> true;
      case AWAY -> false;
    };
  }

  private Begun goOn(OpenJourney journey) {
    Begun begun = runs.goOn(journey.start(), null);
    if (begun == Begun.BEGUN) {
      log.warn(
          "Journey {} was open without a run; it goes on from its state in the journal",
          journey.journeyId());
    }
    return begun;
  }
}
