package io.talaria.journey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run begins with.
 *
 * @param definition name of the definition that the candidate's number speaks
 * @param numberId WhatsApp's phone_number_id that the candidate wrote to
 * @param country ISO 3166-1 alpha-2 by the phone number; null for people who hide it
 * @param carried the state of the run before; null for a journey that begins
 * @param continueAfterEvents history length that ends a run; 0 leaves it to the server's suggestion
 */
public record JourneyStart(
    UUID accountId,
    UUID candidateId,
    String definition,
    String numberId,
    @Nullable String country,
    @Nullable JourneyState carried,
    int continueAfterEvents) {

  /** A journey that begins. */
  public static JourneyStart first(
      UUID accountId,
      UUID candidateId,
      String definition,
      String numberId,
      @Nullable String country) {
    return new JourneyStart(accountId, candidateId, definition, numberId, country, null, 0);
  }

  /** The same journey in its next run. */
  public JourneyStart carrying(JourneyState state) {
    return new JourneyStart(
        accountId, candidateId, definition, numberId, country, state, continueAfterEvents);
  }
}
