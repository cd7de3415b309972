package io.talaria.journal.replan;

import io.talaria.journey.PlanChosen;
import java.util.UUID;

/** Tells the run behind a journey that somebody moves it to another plan. */
@FunctionalInterface
public interface PlanTeller {
  /** Answers within seconds. */
  Told tell(UUID candidateId, PlanChosen chosen);

  /** Whether a run was told. */
  enum Told {
    HEARD,
    /** No run is there to hear it. */
    NOBODY,
    /** The engine doesn't answer. */
    AWAY
  }
}
