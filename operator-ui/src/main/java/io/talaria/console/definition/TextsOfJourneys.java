package io.talaria.console.definition;

import java.util.Optional;
import java.util.UUID;

/** Finds the texts of a journey's definition. */
public interface TextsOfJourneys {
  /** The newest texts of this plan; never fails: a plan that is not known is told by its ids. */
  JourneyTexts of(UUID accountId, String definition, int plan);

  /** Of the newest plan; empty where no definition of this name is published. */
  Optional<JourneyTexts> newest(UUID accountId, String definition);
}
