package io.talaria.worker.interleaving;

import io.talaria.journey.TakeoverReceipt.HeldBack;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Journal.StopBot;
import io.talaria.port.TurnKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One candidate's sends on paper. */
final class PaperSends {
  /** What a caller gets after its deadline to tell the outcome. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final PaperBrake brake;
  private final Duration within;
  private final Map<String, Intent> intents = new LinkedHashMap<>();

  private static final class Intent {
    final String key;
    final Author author;
    final UUID operator;
    String state;
    long epoch;
    Instant notAfter;
    Instant settledAt;
    String settledBy;

    Intent(Rows.Send send) {
      key = send.key();
      author = send.author();
      operator = send.operator();
    }

    boolean is(String other) {
      return state.equals(other);
    }

    boolean isDropped() {
      return is("REJECTED") && "brake".equals(settledBy);
    }

    boolean wasRefused() {
      return is("REJECTED") && !"brake".equals(settledBy) && !"repair".equals(settledBy);
    }

    boolean wasNeverCalled(long current) {
      return is("QUEUED")
          || (is("REJECTED") && "repair".equals(settledBy))
          || (isDropped() && epoch < current);
    }

    void settle(String next, String by, Instant at) {
      state = next;
      settledBy = by;
      settledAt = next.equals("QUEUED") ? null : at;
    }

    String answer() {
      return isDropped() ? "BRAKED" : is("SENDING") ? "QUEUED" : state;
    }
  }

  PaperSends(PaperBrake brake, Duration within) {
    this.brake = brake;
    this.within = within;
  }

  String begin(Rows.Send send, Instant now) {
    Intent row = intents.get(send.key());
    if (row != null && !row.wasNeverCalled(send.epoch())) {
      if (!row.is("SENDING")) {
        return row.answer();
      }
      boolean underWay = row.notAfter.plus(MARGIN).isAfter(now);
      return underWay ? "SENDING" : finish(send, "UNCERTAIN", now);
    }
    if (brake.stops(send)) {
      if (row != null && row.is("QUEUED") && row.epoch <= send.epoch()) {
        row.settle("REJECTED", "brake", now);
      }
      return "BRAKED";
    }
    Intent mine = intents.computeIfAbsent(send.key(), key -> new Intent(send));
    mine.settle("SENDING", null, null);
    mine.epoch = send.epoch();
    mine.notAfter = now.plus(within);
    return "CALL";
  }

  boolean mayLeave(String key, Instant now) {
    return intents.get(key).notAfter.isAfter(now);
  }

  String finish(Rows.Send send, String outcome, Instant now) {
    Intent row = intents.get(send.key());
    boolean waits = outcome.equals("QUEUED");
    if (row.is("SENDING")) {
      boolean braked = waits && brake.stops(send);
      row.settle(braked ? "REJECTED" : outcome, braked ? "brake" : "answer", now);
    } else if (row.is("UNCERTAIN") && !outcome.equals("UNCERTAIN")) {
      row.settle(waits ? "REJECTED" : outcome, "answer", now);
    }
    return row.answer();
  }

  void holdBack(StopBot stop, Instant now) {
    UUID taker = brake.operatorOf(stop.takeover());
    intents.values().stream()
        .filter(row -> row.is("QUEUED"))
        .filter(
            row ->
                row.author == Author.BOT
                    || (row.epoch < stop.epoch() && !Objects.equals(row.operator, taker)))
        .forEach(row -> row.settle("REJECTED", "brake", now));
  }

  /**
   * What waits won't leave.
   *
   * @param key of the only send that is meant; null for all
   */
  void drop(@Nullable String key, Instant now) {
    intents.values().stream()
        .filter(row -> row.is("QUEUED") && (key == null || key.equals(row.key)))
        .forEach(row -> row.settle("REJECTED", "brake", now));
  }

  /** Whether another send than this one waits or is being called. */
  boolean othersOpen(String key) {
    return intents.values().stream()
        .anyMatch(row -> !row.key.equals(key) && (row.is("QUEUED") || row.is("SENDING")));
  }

  /**
   * Whether something of this turn has left, or will, or waited for a run that is lost, unrefused.
   */
  boolean answers(String turn) {
    List<Intent> bubbles =
        intents.values().stream().filter(row -> TurnKey.turn(row.key).equals(turn)).toList();
    return bubbles.stream().anyMatch(row -> !row.is("REJECTED") || "repair".equals(row.settledBy))
        && bubbles.stream().noneMatch(Intent::wasRefused);
  }

  /** Whose outcome nobody knows, whoever says them. */
  List<String> uncertain() {
    return intents.values().stream().filter(row -> row.is("UNCERTAIN")).map(i -> i.key).toList();
  }

  /** Whether anything was refused for good. */
  boolean anyRefused() {
    return intents.values().stream().anyMatch(Intent::wasRefused);
  }

  /** What waited for a run that is lost; whoever decides the same again may send it. */
  void cancelBehindLostRun(Instant now) {
    intents.values().stream()
        .filter(row -> row.is("QUEUED"))
        .forEach(row -> row.settle("REJECTED", "repair", now));
  }

  boolean botsMayLeave(Instant now) {
    return intents.values().stream()
        .filter(row -> row.author == Author.BOT)
        .anyMatch(row -> row.is("QUEUED") || (row.is("SENDING") && row.notAfter.isAfter(now)));
  }

  List<String> bots(String state) {
    return bots(row -> row.is(state)).toList();
  }

  /** By the brake as it stands, and what nobody had begun, or was to leave again. */
  List<String> dropped(StopBot stop) {
    return Stream.concat(
            bots(this::isDroppedByThisBrake),
            stop.unsaid().stream().filter(key -> !isBegun(intents.get(key))))
        .toList();
  }

  private boolean isBegun(@Nullable Intent row) {
    return row != null && (!row.is("REJECTED") || row.wasRefused() || isDroppedByThisBrake(row));
  }

  List<HeldBack> heldBack() {
    return intents.values().stream()
        .filter(row -> row.author == Author.RECRUITER && isDroppedByThisBrake(row))
        .map(row -> new HeldBack(row.key, "name"))
        .toList();
  }

  private Stream<String> bots(Predicate<Intent> which) {
    return intents.values().stream()
        .filter(row -> row.author == Author.BOT && which.test(row))
        .map(row -> row.key);
  }

  private boolean isDroppedByThisBrake(Intent row) {
    return row.isDropped() && brake.raisedAt() != null && !row.settledAt.isBefore(brake.raisedAt());
  }

  void isOverdue(String key, Instant notAfter) {
    intents.get(key).notAfter = notAfter;
  }

  List<String> lines() {
    return intents.values().stream()
        .map(
            row ->
                "send %s of %s at %d %s by %s"
                    .formatted(row.key, row.operator, row.epoch, row.state, row.settledBy))
        .toList();
  }
}
