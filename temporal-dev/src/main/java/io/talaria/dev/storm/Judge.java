package io.talaria.dev.storm;

import io.talaria.dev.storm.JournalReader.Snapshot;
import io.talaria.dev.storm.check.Check;
import io.talaria.dev.storm.check.Evidence;
import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.Evidence.Call;
import io.talaria.dev.storm.check.Evidence.RunView;
import io.talaria.dev.storm.check.Evidence.Script;
import io.talaria.dev.storm.check.Violation;
import io.talaria.dev.storm.fault.Parts;
import io.talaria.dev.storm.network.Phones;
import io.talaria.dev.storm.network.Post;
import io.talaria.dev.storm.people.Holds;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Waits until all is calm, gathers the evidence, and says what doesn't hold. */
final class Judge {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** A message that was signalled in vain is signalled again after 30 s, then after 60 s. */
  private static final Duration NOTHING_HEALS_SO_LATE = Duration.ofSeconds(65);

  private final Ground ground;
  private final Parts parts;
  private final String prefix;
  private final Post post;
  private final Phones phones;
  private final Holds holds;
  private final StatusWatch watch;
  private final Map<String, Long> waitedFor = new TreeMap<>();

  Judge(
      Ground ground,
      Parts parts,
      String prefix,
      Post post,
      Phones phones,
      Holds holds,
      StatusWatch watch) {
    this.ground = ground;
    this.parts = parts;
    this.prefix = prefix;
    this.post = post;
    this.phones = phones;
    this.holds = holds;
    this.watch = watch;
  }

  /** What held only after so many milliseconds of calm. */
  Map<String, Long> waitedFor() {
    return Map.copyOf(waitedFor);
  }

  private static String kind(Violation violation) {
    return violation.check() + ": " + violation.what().replaceAll("[0-9a-f-]{36}|[0-9]+", "…");
  }

  /** What doesn't hold, and doesn't come right by itself in time. */
  List<Violation> judge(Instant giveUp) throws InterruptedException {
    Instant begin = Instant.now();
    Instant changed = begin;
    List<Violation> before = List.of();
    while (true) {
      Thread.sleep(BETWEEN_LOOKS);
      boolean still = changed.plus(NOTHING_HEALS_SO_LATE).isBefore(Instant.now());
      boolean last = still || Instant.now().isAfter(giveUp);
      if (last || post.open() == 0) {
        List<Violation> violations = verdict(last);
        Duration waited = Duration.between(begin, Instant.now());
        violations.forEach(violation -> waitedFor.put(kind(violation), waited.toMillis()));
        if (violations.isEmpty() || last) {
          return violations;
        }
        if (!violations.equals(before)) {
          before = violations;
          changed = Instant.now();
        }
      } else {
        changed = Instant.now();
      }
    }
  }

  /**
   * Looks twice: lightly first, then with the workers frozen, so that ledger and journal are of one
   * moment.
   */
  private List<Violation> verdict(boolean last) throws InterruptedException {
    try {
      List<Violation> light = Check.all(evidence(ground.journal().read(prefix)));
      if (!light.isEmpty() && !last) {
        return light;
      }
      Thread.sleep(BETWEEN_LOOKS);
      parts.freezeWorkers(true);
      Snapshot snapshot;
      List<Accepted> accepted;
      List<Call> calls;
      try {
        // What a worker had sent before it froze arrives.
        Thread.sleep(100);
        snapshot = ground.journal().read(prefix);
        accepted = accepted();
        calls = calls();
      } finally {
        parts.freezeWorkers(false);
      }
      return Check.all(
          evidence(
              snapshot,
              accepted,
              calls,
              Runs.of(ground.desk(), ground.journal(), prefix, snapshot)));
    } catch (SQLException e) {
      return List.of(
          new Violation("the journal answers", "", String.valueOf(e.getMessage()), List.of()));
    }
  }

  private Evidence evidence(Snapshot snapshot) {
    return evidence(snapshot, accepted(), calls(), null);
  }

  private Evidence evidence(
      Snapshot snapshot, List<Accepted> accepted, List<Call> calls, @Nullable List<RunView> runs) {
    return new Evidence(
        snapshot.at(),
        new Script(Ground.HOUR, StormDefinition.ASKS, StormDefinition.AFTER_ARRIVAL),
        phones.said(),
        accepted,
        calls,
        holds.all(),
        holds.asked(),
        holds.explained(),
        phones.told(),
        phones.reported(),
        watch.backwards(),
        snapshot.view(),
        runs);
  }

  private List<Accepted> accepted() {
    return ground.network().ledger().stream()
        .filter(accepted -> isOurs(accepted.number()))
        .toList();
  }

  private List<Call> calls() {
    return ground.network().calls().stream().filter(call -> isOurs(call.number())).toList();
  }

  private boolean isOurs(String number) {
    return number.replace("+", "").startsWith(prefix);
  }
}
