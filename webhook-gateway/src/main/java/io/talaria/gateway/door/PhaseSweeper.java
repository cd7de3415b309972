package io.talaria.gateway.door;

import io.talaria.gateway.door.JourneyDoor.Told;
import io.talaria.journal.outside.Phases;
import io.talaria.journal.outside.Phases.Stray;
import io.talaria.journal.repair.OpenJourneys;
import io.talaria.journey.PhaseChanged;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells open journeys that their number's phase has changed, a page at a time. A change is done
 * when a whole round finds nobody who doesn't know; a round now and then finds journeys whose
 * candidate went to a number of another phase.
 */
@Component
class PhaseSweeper {
  private static final UUID FIRST = new UUID(0, 0);
  private static final int AT_ONCE = 100;
  private static final Duration NOW_AND_THEN = Duration.ofMinutes(10);

  private final Phases phases;
  private final JourneyDoor door;
  private final OpenJourneys journeys;
  private final JourneyRuns runs;
  private UUID after = FIRST;
  private boolean strayed;
  private long lastRound = System.nanoTime();

  PhaseSweeper(Phases phases, JourneyDoor door, OpenJourneys journeys, JourneyRuns runs) {
    this.phases = phases;
    this.door = door;
    this.journeys = journeys;
    this.runs = runs;
  }

  @Scheduled(fixedDelayString = "${talaria.gateway.sweep-every}")
  void sweep() {
    boolean overdue = System.nanoTime() - lastRound > NOW_AND_THEN.toNanos();
    if (!overdue && after.equals(FIRST) && !phases.untold()) {
      return;
    }
    List<Stray> page = phases.strays(after, AT_ONCE);
    for (Stray stray : page) {
      if (tell(stray) == Told.AWAY) {
        return;
      }
      strayed = true;
      after = stray.journeyId();
    }
    if (page.size() < AT_ONCE) {
      endRound();
    }
  }

  private void endRound() {
    if (!strayed) {
      phases.told();
      lastRound = System.nanoTime();
    }
    strayed = false;
    after = FIRST;
  }

  /** A journey whose run was lost learns its phase when another one opens it. */
  private Told tell(Stray stray) {
    Told told = door.phaseChanged(stray.candidateId(), new PhaseChanged(stray.phase()));
    if (told == Told.NOBODY) {
      journeys.of(stray.candidateId()).ifPresent(journey -> runs.goOn(journey.start(), null));
    }
    return told;
  }
}
