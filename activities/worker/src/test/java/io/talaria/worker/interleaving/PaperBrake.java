package io.talaria.worker.interleaving;

import io.talaria.journal.journey.Brakes;
import io.talaria.journey.Hold;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.port.Journal.StopBot;
import io.talaria.port.JourneyEvent.OperatorHandover;
import io.talaria.port.JourneyEvent.OperatorTakeover;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One candidate's brake and takeovers on paper. */
final class PaperBrake {
  private enum State {
    REQUESTED,
    HELD,
    RETURNED,
    REFUSED
  }

  private static final class Takeover {
    final UUID id;
    final UUID operator;
    long epoch;
    State state = State.REQUESTED;
    Instant heldAt;

    Takeover(UUID id, UUID operator, long epoch) {
      this.id = id;
      this.operator = operator;
      this.epoch = epoch;
    }

    boolean is(State other) {
      return state == other;
    }

    void held(Instant at) {
      state = State.HELD;
      heldAt = at;
    }
  }

  private final Map<UUID, Takeover> takeovers = new LinkedHashMap<>();
  private long epoch;
  private UUID holder;
  private UUID takeover;
  private Instant raisedAt;

  long epoch() {
    return epoch;
  }

  boolean isHeld() {
    return holder != null;
  }

  /** Null while nobody has raised it. */
  Instant raisedAt() {
    return raisedAt;
  }

  /** Null for a takeover that nobody has heard of. */
  UUID operatorOf(UUID id) {
    Takeover known = takeovers.get(id);
    return known == null ? null : known.operator;
  }

  boolean stops(Rows.Send send) {
    return epoch != send.epoch() || (send.operator() == null && isHeld());
  }

  Optional<Long> raise(UUID request, UUID operator, boolean fromHolder, Instant now) {
    Takeover before = takeovers.get(request);
    if (before != null) {
      boolean stands = before.is(State.REQUESTED) || before.is(State.HELD);
      return stands ? Optional.of(before.epoch) : Optional.empty();
    }
    if (holder != null && !holder.equals(operator) && !fromHolder) {
      return Optional.empty();
    }
    epoch++;
    holder = operator;
    takeover = request;
    raisedAt = now;
    takeovers.values().stream()
        .filter(older -> older.is(State.REQUESTED))
        .forEach(older -> older.state = State.REFUSED);
    takeovers.put(request, new Takeover(request, operator, epoch));
    return Optional.of(epoch);
  }

  void refuse(UUID request) {
    Takeover row = takeovers.get(request);
    if (row == null || !row.is(State.REQUESTED)) {
      return;
    }
    row.state = State.REFUSED;
    if (request.equals(takeover)) {
      Takeover still = held().orElse(null);
      epoch = still == null ? epoch + 1 : still.epoch;
      raisedAt = still == null ? null : still.heldAt;
      heldBy(still);
    }
  }

  /** Whoever asks without a console has not raised it. */
  void standAtLeastAt(StopBot stop, Instant now) {
    if (epoch < stop.epoch()) {
      epoch = stop.epoch();
      takeover = stop.takeover();
      holder = operatorOf(stop.takeover());
      raisedAt = now;
    }
  }

  long release(UUID id) {
    Takeover own = takeovers.get(id);
    if (own != null && own.is(State.HELD)) {
      own.state = State.RETURNED;
    } else if (own != null && own.is(State.REQUESTED)) {
      own.state = State.REFUSED;
    }
    if (id.equals(takeover)) {
      Takeover still = held().orElse(null);
      epoch++;
      raisedAt = still == null ? null : raisedAt;
      heldBy(still);
    }
    return isHeld() ? Brakes.NOBODYS : epoch;
  }

  private void heldBy(Takeover still) {
    holder = still == null ? null : still.operator;
    takeover = still == null ? null : still.id;
  }

  /** Another run goes on: under a new epoch, unless a takeover's is on its way to the journey. */
  void closeBehindLostRun() {
    Takeover asked = takeover == null ? null : takeovers.get(takeover);
    if (asked == null || !asked.is(State.REQUESTED)) {
      epoch++;
    }
    holdUnderStandingEpoch();
  }

  void holdUnderStandingEpoch() {
    takeovers.values().stream().filter(row -> row.is(State.HELD)).forEach(row -> row.epoch = epoch);
  }

  /**
   * Stops what was to leave under this epoch; a brake that somebody has raised stops it already.
   */
  long drop(long under) {
    if (epoch == under && !isHeld()) {
      epoch++;
    }
    return isHeld() ? under : epoch;
  }

  /** The takeovers' rows know better who holds it than the state that a lost run recorded. */
  JourneyState told(JourneyState left) {
    Holder inState = left.hold().holder();
    Optional<Takeover> held = held();
    if (held.isPresent()) {
      boolean same = inState != null && inState.takeoverId().equals(held.get().id);
      return same ? left : heldBy(left, holder(held.get()));
    }
    Takeover row = inState == null ? null : takeovers.get(inState.takeoverId());
    return row != null && row.is(State.RETURNED) ? heldBy(left, null) : left;
  }

  private static Holder holder(Takeover row) {
    return new Holder(row.id, row.operator, "name", row.heldAt);
  }

  private static JourneyState heldBy(JourneyState state, Holder now) {
    return state.withHold(new Hold(state.hold().epoch(), now, state.hold().scheduled()));
  }

  void taken(JourneyState state, OperatorTakeover event) {
    Holder now = state.hold().holder();
    if (now == null) {
      return;
    }
    returnedBut(now.takeoverId());
    Takeover row =
        takeovers.computeIfAbsent(
            now.takeoverId(), id -> new Takeover(id, event.operatorId(), state.hold().epoch()));
    if (row.is(State.REQUESTED) || row.is(State.REFUSED)) {
      row.held(event.at());
    }
  }

  void passed(JourneyState state, OperatorHandover event) {
    Holder now = state.hold().holder();
    if (now == null) {
      return;
    }
    Takeover under = takeover == null ? null : takeovers.get(takeover);
    if (under != null && under.is(State.HELD)) {
      takeover = now.takeoverId();
      holder = now.operatorId();
    }
    returnedBut(now.takeoverId());
    takeovers.computeIfAbsent(
        now.takeoverId(),
        id -> {
          var row = new Takeover(id, now.operatorId(), state.hold().epoch());
          row.held(event.at());
          return row;
        });
  }

  void returned() {
    returnedBut(null);
  }

  private void returnedBut(UUID except) {
    takeovers.values().stream()
        .filter(row -> row.is(State.HELD) && !row.id.equals(except))
        .forEach(row -> row.state = State.RETURNED);
  }

  private Optional<Takeover> held() {
    return takeovers.values().stream()
        .filter(row -> row.is(State.HELD))
        .max(Comparator.comparing(row -> row.heldAt));
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("brake %d of %s by %s".formatted(epoch, holder, takeover));
    takeovers.values().stream()
        .map(
            row ->
                "takeover %s of %s at %d %s".formatted(row.id, row.operator, row.epoch, row.state))
        .forEach(lines::add);
    return lines;
  }
}
