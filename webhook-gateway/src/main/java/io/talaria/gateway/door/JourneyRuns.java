package io.talaria.gateway.door;

import io.talaria.journey.JourneyStart;
import io.talaria.journey.JourneyState;
import io.talaria.journey.PlanChosen;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The runs behind open journeys, as repair looks at them. Answers within seconds. */
public interface JourneyRuns {
  /** How the candidate's journey runs. */
  Run look(UUID candidateId);

  /**
   * Starts a run that goes on with a journey from its last state in the journal, or begins one as
   * planned.
   *
   * @param instead the run to terminate first, exactly this one; null when none runs
   */
  Begun goOn(JourneyStart start, @Nullable String instead);

  /** Tells the candidate's run that somebody moves its journey to another plan. */
  Reached planChosen(UUID candidateId, PlanChosen chosen);

  /** What the candidate's run knows of its journey; empty when none runs, or it can't tell now. */
  Optional<JourneyState> state(UUID candidateId);

  /** The candidates whose journeys run, from the engine's list; it may lag by seconds. */
  Iterable<UUID> running();

  /**
   * @param runId null when none runs
   */
  record Run(Standing standing, @Nullable String runId) {}

  /** What there is to see from outside. */
  enum Standing {
    RUNNING,
    /** It runs, but its step fails again and again. */
    FAILING,
    /** None runs. */
    NONE,
    /** The engine does not answer. */
    AWAY
  }

  /** Whether a run was told. */
  enum Reached {
    HEARD,
    /** No run is there to hear it. */
    NOBODY,
    AWAY
  }

  /** What became of a wish to go on. */
  enum Begun {
    BEGUN,
    /** Somebody else began one meanwhile, or the candidate's message did. */
    RUNS_ALREADY,
    AWAY
  }
}
