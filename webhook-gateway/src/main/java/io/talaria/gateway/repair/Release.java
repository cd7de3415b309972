package io.talaria.gateway.repair;

import io.talaria.gateway.door.JourneyRuns;
import io.talaria.gateway.door.JourneyRuns.Begun;
import io.talaria.gateway.door.JourneyRuns.Run;
import io.talaria.gateway.door.JourneyRuns.Standing;
import io.talaria.journal.repair.OpenJourney;
import io.talaria.journal.repair.OpenJourneys;
import io.talaria.journal.repair.Restoration;
import io.talaria.journal.repair.Restoration.Adopted;
import io.talaria.journey.JourneyStart;
import io.talaria.journey.JourneyState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Journeys after the database was restored to an older point: each tells the journal what it knows,
 * goes on in a new run, and only then may its bot speak. Interrupted, it goes on where it was.
 */
@Component
class Release {
  private static final int PAGE = 200;

  private final Restoration restoration;
  private final OpenJourneys journeys;
  private final JourneyRuns runs;

  Release(Restoration restoration, OpenJourneys journeys, JourneyRuns runs) {
    this.restoration = restoration;
    this.journeys = journeys;
    this.runs = runs;
  }

  /**
   * What became of a candidate's journey.
   *
   * @param before the journal's revision, 0 for none
   * @param after the run's; what lies between is lost from the record
   */
  record Line(UUID candidateId, long before, long after, Outcome outcome) {}

  /** What became of it. */
  enum Outcome {
    /** Its state came from its run. */
    RELEASED,
    /** No run was there to tell more; it goes on from the journal as restored. */
    RELEASED_AS_RESTORED,
    /** There is no open journey; the next message begins one. */
    NOTHING_OPEN,
    /** It runs, but the journal knows no such candidate: for people. */
    GAP,
    /** Its run doesn't tell now; to be tried again. */
    LATER
  }

  int standstill() {
    return restoration.standstill();
  }

  void run(boolean apply, Consumer<Line> told) {
    Set<UUID> seen = new HashSet<>();
    for (UUID candidate : runs.running()) {
      if (seen.add(candidate)) {
        told.accept(running(candidate, apply));
      }
    }
    UUID last = new UUID(0, 0);
    List<UUID> page;
    do {
      page = restoration.standing(last, PAGE);
      for (UUID candidate : page) {
        last = candidate;
        if (seen.add(candidate)) {
          told.accept(withoutRun(candidate, apply));
        }
      }
    } while (page.size() == PAGE);
  }

  private Line running(UUID candidate, boolean apply) {
    Optional<OpenJourney> before = journeys.of(candidate);
    long known = before.map(OpenJourney::revision).orElse(0L);
    if (before.isPresent() && !restoration.standsStill(candidate)) {
      return new Line(candidate, known, known, Outcome.RELEASED);
    }
    Run run = runs.look(candidate);
    Optional<JourneyState> state = runs.state(candidate);
    if (run.standing() == Standing.AWAY || state.isEmpty()) {
      return new Line(candidate, known, known, Outcome.LATER);
    }
    long told = state.get().revision();
    if (!apply) {
      Outcome outcome = restoration.knows(candidate) ? Outcome.RELEASED : Outcome.GAP;
      return new Line(candidate, known, told, outcome);
    }
    Adopted adopted = restoration.adopt(candidate, state.get());
    if (adopted == Adopted.UNKNOWN_CANDIDATE) {
      return new Line(candidate, 0, told, Outcome.GAP);
    }
    return new Line(candidate, known, told, goOn(candidate, run.runId(), Outcome.RELEASED));
  }

  private Line withoutRun(UUID candidate, boolean apply) {
    Optional<OpenJourney> open = journeys.of(candidate);
    long known = open.map(OpenJourney::revision).orElse(0L);
    if (!apply) {
      return new Line(
          candidate,
          known,
          known,
          open.isPresent() ? Outcome.RELEASED_AS_RESTORED : Outcome.NOTHING_OPEN);
    }
    return new Line(candidate, known, known, goOn(candidate, null, Outcome.RELEASED_AS_RESTORED));
  }

  private Outcome goOn(UUID candidate, @Nullable String instead, Outcome outcome) {
    Optional<JourneyStart> start = journeys.of(candidate).map(OpenJourney::start);
    if (start.isPresent() && runs.goOn(start.get(), instead) == Begun.AWAY) {
      return Outcome.LATER;
    }
    restoration.release(candidate);
    return start.isPresent() ? outcome : Outcome.NOTHING_OPEN;
  }
}
