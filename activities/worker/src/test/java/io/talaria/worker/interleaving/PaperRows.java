package io.talaria.worker.interleaving;

import io.talaria.journal.journey.Brakes;
import io.talaria.journey.JourneyState;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Journal.Brake;
import io.talaria.port.Journal.DropQueued;
import io.talaria.port.Journal.Opened;
import io.talaria.port.Journal.ReleaseBrake;
import io.talaria.port.Journal.Step;
import io.talaria.port.Journal.StopBot;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The journal's statements on paper, one by one, for thousands of interleavings a second. */
public final class PaperRows implements Rows {
  /** What a task that died wrote at most; who is further behind is of before a restore. */
  private static final int MOST_REVISIONS_OF_A_TASK = 20;

  private final Supplier<Instant> clock;
  private final UUID candidate;
  private final JourneyState opened;
  private final PaperBrake brake = new PaperBrake();
  private final PaperSends sends;
  private final Set<String> told = new HashSet<>();
  private JourneyState left;
  private long generation;
  private long revision;

  /** The state whose hash stands; none after a run was lost. */
  private JourneyState standing;

  private Instant taskAt;

  /**
   * @param within how long a request may leave after its send began
   */
  public PaperRows(Supplier<Instant> clock, Duration within, UUID candidate, JourneyState opened) {
    this.clock = clock;
    this.candidate = candidate;
    this.opened = opened;
    this.generation = opened.generation();
    this.sends = new PaperSends(brake, within);
  }

  @Override
  public UUID candidate() {
    return candidate;
  }

  @Override
  public JourneyState opened() {
    return opened;
  }

  @Override
  public Optional<Long> raise(UUID request, UUID operator, boolean fromHolder) {
    return brake.raise(request, operator, fromHolder, clock.get());
  }

  @Override
  public void refuse(UUID request) {
    brake.refuse(request);
  }

  @Override
  public void holdBack(StopBot stop) {
    Instant now = clock.get();
    brake.standAtLeastAt(stop, now);
    sends.holdBack(stop, now);
  }

  @Override
  public boolean botSendsMayLeave() {
    return sends.botsMayLeave(clock.get());
  }

  @Override
  public TakeoverReceipt receipt(StopBot stop) {
    return new TakeoverReceipt(
        brake.raisedAt() == null ? clock.get() : brake.raisedAt(),
        sends.bots("SENDING"),
        sends.bots("UNCERTAIN"),
        sends.dropped(stop),
        sends.heldBack());
  }

  @Override
  public long release(ReleaseBrake release) {
    return isOvertaken(release.by()) ? Brakes.NOBODYS : brake.release(release.takeover());
  }

  private boolean isOvertaken(@Nullable Step step) {
    return step != null
        && (generation > step.generation()
            || (generation == step.generation()
                && revision > step.revision()
                && isLaterThan(step.taskAt())));
  }

  private boolean isLaterThan(@Nullable Instant task) {
    return taskAt != null && task != null && taskAt.isAfter(task);
  }

  @Override
  public Brake brake() {
    return new Brake(brake.epoch(), brake.isHeld());
  }

  @Override
  public JourneyState goOn() {
    brake.closeBehindLostRun();
    sends.cancelBehindLostRun(clock.get());
    generation++;
    revision = 0;
    standing = null;
    return Rows.goneOn(opened, generation, brake.epoch(), told());
  }

  /** The same, as the run hears it that goes on. */
  public Opened opensForNextRun() {
    goOn();
    return found();
  }

  /** The run that has the journey, or begins it, opens it (again). */
  public Opened opens() {
    brake.holdUnderStandingEpoch();
    return found();
  }

  private Opened found() {
    return new Opened(
        true,
        opened.journeyId(),
        generation,
        opened.plan(),
        opened.talk().language(),
        brake.epoch(),
        told());
  }

  private @Nullable JourneyState told() {
    return left == null ? null : brake.told(left);
  }

  /** What was recorded last; null before anything was. */
  public @Nullable JourneyState left() {
    return left;
  }

  @Override
  public String begin(Send send) {
    return sends.begin(send, clock.get());
  }

  @Override
  public boolean mayLeave(String key) {
    return sends.mayLeave(key, clock.get());
  }

  @Override
  public String finish(Send send, String outcome) {
    return sends.finish(send, outcome, clock.get());
  }

  @Override
  public void isOverdue(String key, Duration since) {
    sends.isOverdue(key, clock.get().minus(since));
  }

  @Override
  public long drop(DropQueued request) {
    long goesOn = brake.drop(request.epoch());
    sends.drop(request.key(), clock.get());
    return goesOn;
  }

  /** Whether another send than this one waits or is being called. */
  public boolean othersOpen(String key) {
    return sends.othersOpen(key);
  }

  /** Whether something of this turn has left, or will, and nothing of it was refused. */
  public boolean answers(String turn) {
    return sends.answers(turn);
  }

  /** Keys of sends whose outcome nobody knows, whoever says them. */
  public List<String> uncertain() {
    return sends.uncertain();
  }

  /** Whether anything was refused for good. */
  public boolean anyRefused() {
    return sends.anyRefused();
  }

  @Override
  public Written record(JourneyWrite write) {
    JourneyState state = write.state();
    boolean newer =
        state.generation() > generation
            || (state.generation() == generation && state.revision() > revision);
    if (!newer) {
      return notWritten(write);
    }
    generation = state.generation();
    revision = state.revision();
    standing = state;
    left = state;
    taskAt = write.taskAt();
    for (JourneyEvent event : write.events()) {
      if (told.add(event.getClass().getSimpleName() + event.cause())) {
        happened(state, event);
      }
    }
    return Written.NEWEST;
  }

  private Written notWritten(JourneyWrite write) {
    JourneyState state = write.state();
    if (state.generation() != generation
        || revision - state.revision() > MOST_REVISIONS_OF_A_TASK) {
      return Written.OVERTAKEN;
    }
    if (state.equals(standing)) {
      return Written.SAME;
    }
    return isLaterThan(write.taskAt()) ? Written.LATE : Written.BEHIND;
  }

  private void happened(JourneyState state, JourneyEvent event) {
    switch (event) {
      case JourneyEvent.OperatorTakeover taken -> brake.taken(state, taken);
      case JourneyEvent.OperatorHandover over -> brake.passed(state, over);
      case JourneyEvent.OperatorHandback back -> brake.returned();
      default -> {}
    }
  }

  @Override
  public List<String> lines() {
    var lines = new ArrayList<String>(brake.lines());
    lines.addAll(sends.lines());
    lines.add("journey %d.%d".formatted(generation, revision));
    return lines;
  }
}
