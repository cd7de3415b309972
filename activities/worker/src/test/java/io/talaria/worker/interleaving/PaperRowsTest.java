package io.talaria.worker.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What ten thousand lives on paper prove, they prove of PostgreSQL as far as both answer the same.
 * Both are asked the same questions in the same order, whatever they are; every answer is compared,
 * and in the end the rows. A failing seed is told with all that was asked.
 */
class PaperRowsTest extends World {
  private static final int SEQUENCES = 400;
  private static final int QUESTIONS = 40;

  /** So long that no deadline passes unless a question says so. */
  private static final Duration WITHIN = Duration.ofMinutes(10);

  /** Within the second that a caller has after its deadline. */
  private static final Duration STOOD_STILL = Duration.ofMillis(900);

  @Autowired io.talaria.journal.takeover.Brakes raising;
  @Autowired RequestedTakeovers requested;
  @Autowired Brakes brakes;
  @Autowired TakeoverReceipts receipts;
  @Autowired Intents intents;
  @Autowired JourneyWrites writes;

  @Test
  void paper_and_postgresql_answer_the_same_and_have_the_same_rows() {
    UUID[] team = {operator("name"), operator("name"), operator("name")};
    int compared = 0;
    for (long seed = 0; seed < SEQUENCES; seed++) {
      compared += agree(seed, team) ? 1 : 0;
    }
    assertThat(compared).isGreaterThan(SEQUENCES * 9 / 10);
  }

  /** False when the machine stood still while a deadline was at stake: that proves nothing. */
  private boolean agree(long seed, UUID[] team) {
    Ana ana = ana();
    JourneyState opened = opened(ana);
    var sql = new Statements(raising, requested, brakes, receipts, intents, writes, journeys, jdbc);
    var journal = new JournalRows(sql, ACCOUNT, ana.candidate(), opened, NUMBER, WITHIN);
    var paper = new PaperRows(Instant::now, WITHIN, ana.candidate(), opened);
    var any = new AnyQuestions(new Known(seed, ACCOUNT, ana.candidate(), opened, team));
    List<String> story = new ArrayList<>(List.of("seed " + seed));
    for (int i = 0; i < QUESTIONS; i++) {
      Question question = any.next();
      Instant before = Instant.now();
      Object answer = question.answer().apply(journal);
      Object onPaper = question.answer().apply(paper);
      if (before.plus(STOOD_STILL).isBefore(Instant.now())) {
        return false;
      }
      story.add(question.words() + " -> " + answer);
      assertThat(onPaper).as(String.join("\n", story)).isEqualTo(answer);
      any.heard(answer);
    }
    assertThat(paper.lines())
        .as(String.join("\n", story))
        .containsExactlyInAnyOrderElementsOf(journal.lines());
    return true;
  }

  private static JourneyState opened(Ana ana) {
    Opened opened = ana.journey();
    return Moves.begun(
        new Opened(
            true,
            opened.journeyId(),
            opened.generation(),
            InterleavingTest.PLAN,
            "en",
            opened.epoch(),
            null),
        NUMBER);
  }
}
