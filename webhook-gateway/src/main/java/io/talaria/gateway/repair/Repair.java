package io.talaria.gateway.repair;

import io.talaria.gateway.door.JourneyRuns;
import io.talaria.gateway.door.JourneyRuns.Run;
import io.talaria.gateway.door.JourneyRuns.Standing;
import io.talaria.journal.repair.OpenJourney;
import io.talaria.journal.repair.OpenJourneys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Has chosen journeys go on in a new run from their last state in the journal. The run before, if
 * there is one, is terminated, and its late writes and sends are refused. Nothing is sent again:
 * what waited is cancelled, what was under way is left to the reaper. Done twice, or by two at
 * once, it is done once.
 */
@Component
class Repair {
  private static final int PAGE = 200;

  private final OpenJourneys journeys;
  private final JourneyRuns runs;

  Repair(OpenJourneys journeys, JourneyRuns runs) {
    this.journeys = journeys;
    this.runs = runs;
  }

  /** What was seen of a journey and what became of it. */
  record Line(OpenJourney journey, Standing standing, Outcome outcome) {}

  /** What became of it. */
  enum Outcome {
    WOULD_GO_ON,
    WENT_ON,
    RUNS_ALREADY,
    TEMPORAL_AWAY
  }

  /** Works through the selection, telling each line as it comes. */
  void run(Selection selection, Consumer<Line> told) {
    for (OpenJourney journey : named(selection)) {
      repair(selection, journey, told);
    }
    if (selection.standings().isEmpty()) {
      return;
    }
    UUID last = null;
    List<OpenJourney> page;
    do {
      page = page(last, selection);
      for (OpenJourney journey : page) {
        repair(selection, journey, told);
        last = journey.journeyId();
      }
    } while (page.size() == PAGE);
  }

  private List<OpenJourney> page(@Nullable UUID last, Selection selection) {
    return journeys.page(last, selection.since(), PAGE);
  }

  private List<OpenJourney> named(Selection selection) {
    var found = new ArrayList<OpenJourney>();
    for (UUID id : selection.ids()) {
      Optional<OpenJourney> journey = journeys.byId(id).or(() -> journeys.of(id));
      journey.ifPresent(found::add);
    }
    return found;
  }

  private void repair(Selection selection, OpenJourney journey, Consumer<Line> told) {
    Run run = runs.look(journey.candidateId());
    boolean named =
        selection.ids().contains(journey.journeyId())
            || selection.ids().contains(journey.candidateId());
    if (run.standing() == Standing.AWAY) {
      told.accept(new Line(journey, run.standing(), Outcome.TEMPORAL_AWAY));
    } else if (named || selection.standings().contains(run.standing())) {
      told.accept(new Line(journey, run.standing(), goOn(selection, journey, run)));
    }
  }

  private Outcome goOn(Selection selection, OpenJourney journey, Run run) {
    if (!selection.apply()) {
      return Outcome.WOULD_GO_ON;
    }
    return switch (runs.goOn(journey.start(), run.runId())) {
      case BEGUN -> Outcome.WENT_ON;
      case RUNS_ALREADY -> Outcome.RUNS_ALREADY;
      case AWAY -> Outcome.TEMPORAL_AWAY;
    };
  }
}
