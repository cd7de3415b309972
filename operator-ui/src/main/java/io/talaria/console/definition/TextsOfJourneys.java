package io.talaria.console.definition;

import java.util.UUID;

/** Finds the texts of a journey's definition. */
public interface TextsOfJourneys {
  /** The newest texts of this plan; never fails: a plan that is not known is told by its ids. */
  JourneyTexts of(UUID accountId, String definition, int plan);
}
