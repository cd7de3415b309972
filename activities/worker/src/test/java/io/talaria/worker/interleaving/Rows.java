package io.talaria.worker.interleaving;

import io.talaria.journey.JourneyState;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.journey.rule.Moves;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Journal.Brake;
import io.talaria.port.Journal.DropQueued;
import io.talaria.port.Journal.Opened;
import io.talaria.port.Journal.ReleaseBrake;
import io.talaria.port.Journal.StopBot;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Written;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the journal decides about takeovers and sends: the real statements, or a copy on paper.
 * {@link PaperRowsTest} has both answer the same.
 */
public interface Rows {
  /**
   * One send, as whoever wants to call now sees it.
   *
   * @param operator who says it; null for the bot
   */
  record Send(String key, long epoch, UUID operator) {
    Author author() {
      return operator == null ? Author.BOT : Author.RECRUITER;
    }
  }

  UUID candidate();

  /** The journey as it was opened. */
  JourneyState opened();

  /**
   * The epoch that this person raised the brake to, or empty when somebody else holds it, or when
   * the takeover of this id is over.
   */
  Optional<Long> raise(UUID request, UUID operator, boolean fromHolder);

  /** No-op for a takeover that isn't asked for any more, or never was. */
  void refuse(UUID request);

  void holdBack(StopBot stop);

  boolean botSendsMayLeave();

  TakeoverReceipt receipt(StopBot stop);

  long release(ReleaseBrake release);

  /** The epoch, and whether a person holds the brake or asks to. */
  Brake brake();

  /** The run is lost: how another one finds the journey, from what was recorded last. */
  JourneyState goOn();

  /** A journey of which nothing was recorded yet begins anew, with its own plan and language. */
  static JourneyState goneOn(JourneyState begun, long generation, long epoch, JourneyState left) {
    var found =
        new Opened(
            true,
            begun.journeyId(),
            generation,
            begun.plan(),
            begun.talk().language(),
            epoch,
            left);
    return Moves.begun(found, begun.numberId());
  }

  /** What a sender hears: CALL, BRAKED, or how the row stands. */
  String begin(Send send);

  /** Whether the request of a send that began may still leave. */
  boolean mayLeave(String key);

  /** The outcome of the call: SENT, QUEUED, UNCERTAIN, REJECTED; answers how the row stands. */
  String finish(Send send, String outcome);

  /** Behind when the revision is taken by an attempt that decided otherwise. */
  Written record(JourneyWrite write);

  /** What waits, or the one send that is named, won't leave; answers the epoch to go on under. */
  long drop(DropQueued request);

  /** The deadline of a send that began passed so long ago. */
  void isOverdue(String key, Duration since);

  /** Everything that stands in the rows, a line each, in any order. */
  List<String> lines();
}
