package io.talaria.journal.repair;

import io.talaria.journey.JourneyStart;
import io.talaria.journey.Mode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open journey, as its last write left it.
 *
 * @param start how a run goes on with it
 * @param runId its first run, for people who look it up
 * @param queued sends that wait; a repair cancels them
 * @param sending sends under way or left by a dead caller; a repair leaves them to the reaper
 * @param untaken messages that no run has taken in
 */
public record OpenJourney(
    UUID journeyId,
    JourneyStart start,
    String stage,
    Mode mode,
    long generation,
    long revision,
    Instant movedAt,
    @Nullable Instant dueAt,
    String runId,
    int queued,
    int sending,
    int untaken) {

  public UUID candidateId() {
    return start.candidateId();
  }
}
