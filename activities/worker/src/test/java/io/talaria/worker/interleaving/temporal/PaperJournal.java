package io.talaria.worker.interleaving.temporal;

import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Journal;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Written;
import io.talaria.worker.journal.StopsOnPaper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journal of one candidate on paper. */
final class PaperJournal implements Journal {
  private static final Remembered NOTHING = new Remembered(null, null, 0, 0);

  private final Life life;
  private final StopsOnPaper stops;
  private final Set<UUID> takenIn = new HashSet<>();
  private final Map<UUID, Remembered> answers = new HashMap<>();
  private @Nullable String run;

  PaperJournal(Life life) {
    this.life = life;
    this.stops = new StopsOnPaper(this::holdBack, this::botSendsMayLeave, this::receipt);
  }

  boolean isTakenIn(UUID message) {
    return takenIn.contains(message);
  }

  @Override
  public Opened open(Open request) {
    synchronized (life) {
      Opened found = opened(request);
      life.mayDie(20, "open");
      return found;
    }
  }

  private Opened opened(Open request) {
    if (request.runId().equals(run)) {
      return life.rows.opens();
    }
    boolean called = life.journey.equals(request.left());
    if (!called && takenIn.containsAll(request.messageIds())) {
      return new Opened(false, new UUID(0, 0), 0, life.plan, "en", life.rows.brake().epoch(), null);
    }
    boolean first = run == null;
    run = request.runId();
    return first ? life.rows.opens() : life.rows.opensForNextRun();
  }

  @Override
  public Written record(JourneyWrite write) {
    life.reaches(Moment.WRITE);
    synchronized (life) {
      Written written = write(write);
      life.mayDie(30, "record");
      return written;
    }
  }

  /** The same within a send's commit. */
  Written write(JourneyWrite write) {
    Written written = life.rows.record(write);
    if (written == Written.BEHIND) {
      List<Long> seen = write.state().inbox().above();
      life.evidence.written.stream()
          .filter(message -> !seen.contains(message.seq()))
          .forEach(message -> takenIn.remove(message.id()));
    }
    if (written == Written.BEHIND || written == Written.NEWEST) {
      takenIn.addAll(write.takenIn());
    }
    if (written == Written.NEWEST && write.answer() != null) {
      answers.putIfAbsent(
          write.answer().requestId(),
          new Remembered(
              write.answer(),
              write.state().journeyId(),
              write.state().generation(),
              write.state().revision()));
    }
    return written;
  }

  @Override
  public TakeoverReceipt stopBot(StopBot request) {
    life.reaches(Moment.STOP);
    TakeoverReceipt receipt = stops.stop(request);
    life.mayDie(15, "stop");
    return receipt;
  }

  private void holdBack(StopBot request) {
    synchronized (life) {
      life.rows.holdBack(request);
    }
  }

  private boolean botSendsMayLeave(UUID candidate) {
    synchronized (life) {
      return life.rows.botSendsMayLeave();
    }
  }

  private TakeoverReceipt receipt(StopBot request) {
    synchronized (life) {
      TakeoverReceipt receipt = life.rows.receipt(request);
      receipt.inFlight().stream()
          .filter(life.rows::mayLeave)
          .forEach(key -> life.evidence.fault("a takeover was answered before its time by " + key));
      life.evidence.stopped(request.takeover());
      return receipt;
    }
  }

  @Override
  public Remembered remembered(Asked request) {
    synchronized (life) {
      return answers.getOrDefault(request.requestId(), NOTHING);
    }
  }

  @Override
  public long releaseBrake(ReleaseBrake request) {
    life.reaches(Moment.RELEASE);
    synchronized (life) {
      long epoch = life.rows.release(request);
      life.evidence.released(request);
      life.mayDie(10, "release");
      return epoch;
    }
  }

  @Override
  public long dropQueued(DropQueued request) {
    synchronized (life) {
      long epoch = life.rows.drop(request);
      life.mayDie(10, "drop");
      return epoch;
    }
  }

  @Override
  public Brake brake(UUID candidateId) {
    synchronized (life) {
      return life.rows.brake();
    }
  }

  @Override
  public Settled settle(Settle request) {
    throw new UnsupportedOperationException("Nobody decides about uncertain sends here");
  }

  @Override
  public PlanFound plan(Planned request) {
    throw new UnsupportedOperationException("Nobody moves journeys to other plans here");
  }
}
