package io.talaria.gateway.door;

import io.talaria.journal.inbox.OpenMessage;
import io.talaria.journey.OutsideSpoke;
import io.talaria.journey.PhaseChanged;
import io.talaria.journey.SendDelivered;
import io.talaria.journey.SendSettled;
import io.talaria.journey.SendTimed;
import io.talaria.journey.TakeOver;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the gateway may tell or ask a journey. Answers within seconds, whatever the engine does. */
interface JourneyDoor {
  /** Tells of a message, and starts a journey when none runs. */
  Told messageReceived(OpenMessage message);

  /**
   * Tells of a message that nothing of its candidate is before, the fastest way: a running journey
   * makes its step with it before this returns. Starts a journey when none runs.
   */
  Told messageHandedOver(OpenMessage message);

  /**
   * Wakes a running journey whose deadline has come, and waits for its step; starts none. HEARD
   * also when that takes too long or fails: it has its timer.
   */
  Told wake(UUID candidateId, Instant due);

  /** Tells a running journey how a send came out; starts none. */
  Told sendSettled(UUID candidateId, SendSettled settled);

  /** Tells a running journey that a send has arrived; starts none. */
  Told sendDelivered(UUID candidateId, SendDelivered delivered);

  /** Tells a running journey when a send was sent; starts none. */
  Told sendTimed(UUID candidateId, SendTimed timed);

  /** Tells a running journey of its number's phase; starts none. */
  Told phaseChanged(UUID candidateId, PhaseChanged changed);

  /** Tells a running journey what another system said; starts none. */
  Told outsideSpoke(UUID candidateId, OutsideSpoke spoke);

  /** Asks for a takeover. Asked again with the same request id, it is done once. */
  Asked takeOver(UUID candidateId, TakeOver request);

  /** What became of a signal. */
  enum Told {
    HEARD,
    /** No journey runs. */
    NOBODY,
    /** The engine did not take it; to be told again. */
    AWAY
  }

  /**
   * What became of a request.
   *
   * @param refusal the journey's sentence, when it said no
   */
  record Asked(Answer answer, @Nullable String refusal) {
    static Asked of(Answer answer) {
      return new Asked(answer, null);
    }
  }

  /** A journey's answer. */
  enum Answer {
    YES,
    NO,
    NOBODY,
    /** Neither yes nor no: the engine is away, or the run has not opened its journey yet. */
    AWAY
  }
}
