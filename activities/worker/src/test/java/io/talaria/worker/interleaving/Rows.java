package io.talaria.worker.interleaving;

import io.talaria.journey.JourneyState;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Journal.ReleaseBrake;
import io.talaria.port.Journal.StopBot;
import io.talaria.port.JourneyWrite;
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

  /** What a sender hears: CALL, BRAKED, or how the row stands. */
  String begin(String key, long epoch, Author author);

  /** Whether the request of a send that began may still leave. */
  boolean mayLeave(String key);

  /** The outcome of the call: SENT, QUEUED, UNCERTAIN; answers how the row stands. */
  String finish(String key, long epoch, Author author, String outcome);

  /** False when the revision is taken by an attempt that decided otherwise. */
  boolean record(JourneyWrite write);
}
