package io.talaria.console.definition;

import io.talaria.journal.definition.Definitions;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Texts of the published definitions, which the journal keeps in memory for a while. */
@Component
class KnownDefinitions implements TextsOfJourneys {
  private final Definitions definitions;

  KnownDefinitions(Definitions definitions) {
    this.definitions = definitions;
  }

  @Override
  public JourneyTexts of(UUID accountId, String definition, int plan) {
    try {
      return new PublishedTexts(definitions.of(accountId, definition, plan).definition());
    } catch (IllegalArgumentException neverPublished) {
      return new PlainTexts();
    }
  }

  @Override
  public Optional<JourneyTexts> newest(UUID accountId, String definition) {
    try {
      return Optional.of(
          new PublishedTexts(definitions.newest(accountId, definition).definition()));
    } catch (IllegalArgumentException neverPublished) {
      return Optional.empty();
    }
  }
}
