package io.talaria.journey;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run begins with.
 *
 * @param definition name of the definition that the candidate's number speaks
 * @param numberId WhatsApp's phone_number_id that the candidate wrote to
 * @param country ISO 3166-1 alpha-2 by the phone number; null for people who hide it
 * @param carried the state of the run before; null for a journey that begins
 * @param untaken messages in that state which the journal doesn't show as taken in yet
 * @param left the open journey that a lost run left behind, to be gone on with although no message
 *     came; null for everything else
 * @param planned the planned start that is due: the journey begins although no message came; null
 *     for everything else
 * @param continueAfterEvents history length that ends a run; 0 leaves it to the server's suggestion
 * @param waking how somebody wakes the journey when it is due; null when only its timers do
 */
public record JourneyStart(
    UUID accountId,
    UUID candidateId,
    String definition,
    String numberId,
    @Nullable String country,
    @Nullable JourneyState carried,
    @Nullable List<UUID> untaken,
    @Nullable UUID left,
    @Nullable UUID planned,
    int continueAfterEvents,
    @Nullable Waking waking) {

  /** A journey that begins; nobody has planned it, and nobody wakes it. */
  public static JourneyStart first(
      UUID accountId,
      UUID candidateId,
      String definition,
      String numberId,
      @Nullable String country) {
    return new JourneyStart(
        accountId, candidateId, definition, numberId, country, null, null, null, null, 0, null);
  }

  /** The same, begun since its planned time has come. */
  public JourneyStart asPlanned(UUID plannedStart) {
    return with(null, null, null, plannedStart, continueAfterEvents, waking);
  }

  /** A run that goes on with the journey that a lost run left open. */
  public JourneyStart goingOnWith(UUID journeyId) {
    return with(null, null, journeyId, null, continueAfterEvents, waking);
  }

  /** The same in runs of this length. */
  public JourneyStart continuingAfter(int events) {
    return with(carried, untaken, left, planned, events, waking);
  }

  /** The same, by somebody who wakes it so when it is due. */
  public JourneyStart woken(Waking when) {
    return with(carried, untaken, left, planned, continueAfterEvents, when);
  }

  /** The same journey in its next run. */
  public JourneyStart carrying(JourneyState state, List<UUID> messages) {
    List<UUID> some = messages.isEmpty() ? null : List.copyOf(messages);
    return with(state, some, null, null, continueAfterEvents, waking);
  }

  private JourneyStart with(
      @Nullable JourneyState state,
      @Nullable List<UUID> messages,
      @Nullable UUID journeyId,
      @Nullable UUID plannedStart,
      int events,
      @Nullable Waking when) {
    return new JourneyStart(
        accountId,
        candidateId,
        definition,
        numberId,
        country,
        state,
        messages,
        journeyId,
        plannedStart,
        events,
        when);
  }
}
