package io.talaria.worker.interleaving;

import io.talaria.journey.JourneyState;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.journey.rule.Moves;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Journal.Opened;
import io.talaria.port.Journal.ReleaseBrake;
import io.talaria.port.Journal.StopBot;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Written;
import java.util.Optional;
import java.util.UUID;

/** What the journal decides about takeovers and sends: the real statements, or a copy on paper. */
interface Rows {
  UUID candidate();

  /** The journey as it was opened. */
  JourneyState opened();

  /** The epoch that this person raised the brake to, or empty when somebody else holds it. */
  Optional<Long> raise(UUID request, UUID operator, boolean fromHolder);

  void refuse(UUID request);

  void holdBack(StopBot stop);

  boolean botSendsMayLeave();

  TakeoverReceipt receipt(StopBot stop);

  long release(ReleaseBrake release);

  /** The epoch, and whether a person holds the brake or asks to. */
  io.talaria.port.Journal.Brake brake();

  /** The run is lost: how another one finds the journey, from what was recorded last. */
  JourneyState goOn();

  /**
   * A journey of which nothing was recorded yet begins anew, with the plan of this life instead of
   * the published one.
   */
  default JourneyState goneOn(Opened found, JourneyState begun) {
    return Moves.begun(
        new Opened(
            true,
            begun.journeyId(),
            found.generation(),
            begun.plan(),
            found.language(),
            found.epoch(),
            found.left()),
        begun.numberId());
  }

  /** What a sender hears: CALL, BRAKED, or how the row stands. */
  String begin(String key, long epoch, Author author);

  /** Whether the request of a send that began may still leave. */
  boolean mayLeave(String key);

  /** The outcome of the call: SENT, QUEUED, UNCERTAIN; answers how the row stands. */
  String finish(String key, long epoch, Author author, String outcome);

  /** Behind when the revision is taken by an attempt that decided otherwise. */
  Written record(JourneyWrite write);
}
