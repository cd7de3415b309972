package io.talaria.worker.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.definition.Plan;
import io.talaria.journal.journey.Brakes;
import io.talaria.journal.journey.JourneyWrites;
import io.talaria.journal.journey.TakeoverReceipts;
import io.talaria.journal.send.Intents;
import io.talaria.journal.takeover.RequestedTakeovers;
import io.talaria.journey.JourneyState;
import io.talaria.journey.rule.Moves;
import io.talaria.port.Journal.Opened;
import io.talaria.worker.World;
import io.talaria.worker.interleaving.JournalRows.Statements;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * No bot message after an acknowledged takeover that its receipt didn't name, nothing said twice,
 * and the bot speaks again when it may: under takeovers, hand-overs, hand-backs and silent owners,
 * while replies wait for review, workers die, freeze and wake and runs are lost. A failing seed is
 * told; run it alone to see it again.
 */
class InterleavingTest extends World {
  private static final int ON_PAPER = 10_000;
  private static final int ON_POSTGRESQL = 200;
  private static final Duration WITHIN = Duration.ofMillis(4500);

  /** So short that a waiting takeover doesn't take seconds; by the database's clock. */
  private static final Duration WITHIN_ON_POSTGRESQL = Duration.ofMillis(25);

  static final Plan PLAN =
      new Plan(
          "tech-hiring",
          1,
          List.of(new Plan.Stage("a", Map.of(), List.of("q"))),
          List.of("en"),
          new Plan.Words(List.of("stop"), List.of("person")),
          new Plan.Times(
              Duration.ZERO,
              Duration.ZERO,
              List.of(),
              Duration.ofDays(900),
              Duration.ofDays(900),
              Duration.ofDays(900),
              Duration.ofDays(900),
              Duration.ofHours(2)),
          false,
          new Plan.Review(0.7, Duration.ofMinutes(30), Plan.Overdue.SEND, List.of()));

  @Autowired io.talaria.journal.takeover.Brakes raising;
  @Autowired RequestedTakeovers requested;
  @Autowired Brakes brakes;
  @Autowired TakeoverReceipts receipts;
  @Autowired Intents intents;
  @Autowired JourneyWrites writes;

  @Test
  void ten_thousand_lives_on_paper_have_no_late_bot_message() {
    var totals = new Totals();
    for (long seed = 0; seed < ON_PAPER; seed++) {
      totals.add(seed, onPaper(seed));
    }
    assertThat(totals.faults).isEmpty();
    assertThat(totals.takeovers).isGreaterThan(ON_PAPER);
    assertThat(totals.deaths).isGreaterThan(ON_PAPER);
    assertThat(totals.lostRuns).isGreaterThan(ON_PAPER / 10);
    assertThat(totals.botMessages).isGreaterThan(ON_PAPER * 2 / 5);
    assertThat(totals.reviews).isGreaterThan(ON_PAPER / 20);
  }

  @Test
  void lives_on_postgresql_with_the_journals_own_statements_have_none_either() {
    var totals = new Totals();
    for (long seed = 0; seed < ON_POSTGRESQL; seed++) {
      totals.add(seed, onPostgresql(seed));
    }
    assertThat(totals.faults).isEmpty();
    assertThat(totals.takeovers).isGreaterThan(ON_POSTGRESQL / 2);
    assertThat(totals.deaths).isGreaterThan(ON_POSTGRESQL / 2);
    assertThat(totals.lostRuns).isGreaterThan(ON_POSTGRESQL / 20);
  }

  private static Interleaving onPaper(long seed) {
    var clock = new Clock();
    var opened = new Opened(true, new UUID(9, seed), 1, PLAN, "en", 0, null);
    var rows = new PaperRows(clock::now, WITHIN, new UUID(7, 7), Moves.begun(opened, NUMBER));
    return new Interleaving(seed, clock, rows, ACCOUNT, Interleaving.paperTeam());
  }

  private Interleaving onPostgresql(long seed) {
    Ana ana = ana();
    JourneyState opened =
        Moves.begun(
            new Opened(
                true,
                ana.journey().journeyId(),
                ana.journey().generation(),
                PLAN,
                "en",
                ana.journey().epoch(),
                null),
            NUMBER);
    var statements =
        new Statements(raising, requested, brakes, receipts, intents, writes, journeys, jdbc);
    var rows =
        new JournalRows(statements, ACCOUNT, ana.candidate(), opened, NUMBER, WITHIN_ON_POSTGRESQL);
    var team = new UUID[] {operator("Lea"), operator("Camila"), operator("Rafael")};
    return new Interleaving(seed, new Clock(), rows, ACCOUNT, team);
  }

  private static final class Totals {
    final List<String> faults = new ArrayList<>();
    int takeovers;
    int deaths;
    int lostRuns;
    int botMessages;
    int reviews;

    void add(long seed, Interleaving life) {
      try {
        life.live();
      } catch (AssertionError wedged) {
        faults.add("seed " + seed + ": " + wedged.getMessage() + " " + wedged.getCause());
      }
      life.ledger.faults.forEach(fault -> faults.add("seed " + seed + ": " + fault));
      takeovers += life.ledger.takeovers;
      deaths += life.engine.deaths;
      lostRuns += life.engine.lostRuns;
      botMessages += life.ledger.botMessages;
      reviews += life.people.reviews;
    }
  }
}
