package io.talaria.dev.bench.measure;

import io.talaria.dev.bench.crowd.Arrivals;
import io.talaria.dev.bench.crowd.OpenLoop;
import io.talaria.dev.bench.ground.Ground;
import io.talaria.dev.bench.ground.JournalStatistics.Commits;
import io.talaria.dev.bench.report.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a message costs in commits of our own: PostgreSQL's counter of the journal's database, less
 * what the same time costs without messages. It counts transactions that only read as well; those
 * that write are told apart where Temporal doesn't write to the same server.
 */
final class CommitsPerMessage implements Measure {
  private static final double RATE = 20;

  /** Sessions that are idle tell their counts within ten seconds. */
  private static final Duration TOLD_AFTER = Duration.ofSeconds(12);

  private static final double MOST = 6;

  @Override
  public String name() {
    return "commits";
  }

  @Override
  public String what() {
    return "our own commits per message and reply";
  }

  @Override
  public boolean wantsItCompiled() {
    return false;
  }

  @Override
  public List<Reading> on(Ground ground, Scale scale) throws InterruptedException {
    ground.crowd().welcome(Math.max(0, 200 - ground.crowd().ready()), 50);
    Thread.sleep(TOLD_AFTER);
    Commits before = ground.journal().commits();
    Thread.sleep(scale.window());
    Thread.sleep(TOLD_AFTER);
    Commits idle = ground.journal().commits();
    Cost background = Cost.between(before, idle);
    Cost plain = cost(ground, scale, false, background);
    Cost withStatuses = cost(ground, scale, true, background);
    boolean alone = ground.stack().engine().name().equals("dev");
    List<Reading> readings = new ArrayList<>();
    if (alone) {
      readings.add(
          Reading.of(name(), "commits that write", plain.writes, "per message").atMost(MOST));
    }
    Reading all = Reading.of(name(), "all transactions", plain.commits, "per message");
    readings.add(
        all.noting(
            "pg_stat_database.xact_commit, which counts transactions that only read too; the"
                + " background of %.1f/s is subtracted".formatted(background.commits)));
    if (alone) {
      readings.add(
          Reading.of(name(), "with 3 statuses, that write", withStatuses.writes, "per message"));
    }
    readings.add(Reading.of(name(), "with 3 statuses, all", withStatuses.commits, "per message"));
    return readings;
  }

  /** Per second, or per message. */
  private record Cost(double commits, double writes) {
    static Cost between(Commits from, Commits to) {
      double seconds = Duration.between(from.at(), to.at()).toNanos() / 1e9;
      return new Cost(
          (to.commits() - from.commits()) / seconds, (to.writes() - from.writes()) / seconds);
    }
  }

  private static Cost cost(Ground ground, Scale scale, boolean statuses, Cost background)
      throws InterruptedException {
    Commits from = ground.journal().commits();
    try (OpenLoop load =
        new OpenLoop(
            ground.crowd(), statuses ? OpenLoop.Following.EACH : OpenLoop.Following.NONE)) {
      load.run(new Arrivals(RATE, scale.window(), scale.seed()));
      load.drain(Duration.ofSeconds(30));
      // The last statuses come seconds after the last reply.
      Thread.sleep(TOLD_AFTER.multipliedBy(2));
      Commits to = ground.journal().commits();
      double seconds = Duration.between(from.at(), to.at()).toNanos() / 1e9;
      double messages = load.exchanges().size();
      return new Cost(
          (to.commits() - from.commits() - background.commits * seconds) / messages,
          (to.writes() - from.writes() - background.writes * seconds) / messages);
    }
  }
}
