package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.Limits;
import io.talaria.journal.definition.LongDefinition;
import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.seal.ClearSeal;
import io.talaria.seal.SealCodec;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A definition of as many steps as there may be is one that a candidate gets through. */
class LongDefinitionTest {
  private static final Instant START = Instant.parse("2026-03-02T13:00:00Z");

  /** What Temporal takes in one payload; beyond it a journey could go on in no new run. */
  private static final int PAYLOAD = 2 * 1024 * 1024;

  /** As long as a message may be, in letters of two bytes. */
  private static final String LONGEST = "ã".repeat(4096);

  @Test
  void whoever_writes_as_much_as_possible_at_each_of_two_thousand_steps_comes_to_the_end() {
    Definition definition =
        DefinitionReader.read("long.yaml", LongDefinition.yaml(Limits.STEPS, "text"));
    var journey = new PaperJourney(definition, new FakeLookups(), START);
    journey.hears(Doing.text(journey, 1, "hello"));
    int largest = 0;

    for (int i = 0; i < Limits.STEPS; i++) {
      journey.passes(Duration.ofSeconds(30));
      JourneyState state = journey.book().state;
      assertThat(state.talk().step()).isEqualTo(LongDefinition.id(i));
      if (i % 100 == 99) {
        largest = Math.max(largest, size(state));
      }
      journey.hears(Doing.text(journey, i + 2, LONGEST));
    }
    journey.passes(Duration.ofSeconds(30));

    assertThat(journey.book().faults).isEmpty();
    assertThat(journey.book().endings).containsExactly(Ending.COMPLETED);
    System.out.printf("%d steps answered at length: %,d bytes of state%n", Limits.STEPS, largest);
    assertThat(largest).isLessThan(PAYLOAD / 2);
  }

  private static int size(JourneyState state) {
    return SealCodec.dataConverter(new ClearSeal())
        .toPayload(state)
        .orElseThrow()
        .getSerializedSize();
  }

  @Test
  void a_first_answer_is_kept_as_it_was_given_and_what_no_room_is_left_for_by_its_beginning() {
    Definition definition = DefinitionReader.read("long.yaml", LongDefinition.yaml(100, "text"));
    var journey = new PaperJourney(definition, new FakeLookups(), START);
    journey.hears(Doing.text(journey, 1, "hello"));
    for (int i = 0; i < 40; i++) {
      journey.passes(Duration.ofSeconds(30));
      journey.hears(Doing.text(journey, i + 2, LONGEST));
    }
    journey.passes(Duration.ofSeconds(30));

    var answers = journey.book().state.talk().answers();
    assertThat(answers.get(LongDefinition.id(0))).isEqualTo(LONGEST);
    assertThat(answers.get(LongDefinition.id(39)))
        .isEqualTo("ã".repeat(AnswerRoom.BEGINNING) + "…");
  }
}
