package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.LongDefinition;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Waits that are over before they began, or while nobody could be told. */
class WaitStepTest {
  private static final Instant START = Instant.parse("2026-03-02T13:00:00Z");
  private static final String UNTIL =
      """
            - ask: graduation
              label: {en: Graduation}
              text: {en: "When do you graduate?"}
              answer: date
              unsure:
                text: {en: That is fine.}
                explore:
                  - ask: year
                    label: {en: Year}
                    text: {en: "In which year did you begin?"}
                    answer: text
            - wait: until_then
              label: {en: Until then}
              text: {en: "Until {time}."}
              until: graduation
            - ask: town
              label: {en: Town}
              text: {en: "Where do you live?"}
              answer: text
      """;

  private static final String PAUSE =
      """
            - wait: pause
              label: {en: Pause}
              text: {en: "Until {time}."}
              for: 3d
            - ask: town
              label: {en: Town}
              text: {en: "Where do you live?"}
              answer: text
      """;

  private static PaperJourney journey(String steps) {
    String yaml =
        (LongDefinition.yaml(1, "text") + steps)
            .replace("words: {", "words: {unsure: [i don't know], ");
    return new PaperJourney(DefinitionReader.read("wait.yaml", yaml), new FakeLookups(), START);
  }

  private static void says(PaperJourney journey, String... texts) {
    for (String text : texts) {
      journey.hears(Doing.text(journey, journey.book().heard.size() + 1, text));
      journey.passes(Duration.ofSeconds(30));
    }
  }

  @Test
  void whoever_does_not_know_the_day_is_asked_what_comes_after_the_wait() {
    PaperJourney journey = journey(UNTIL);

    says(journey, "hello", "yes", "I don't know", "2024", "I don't know");

    assertThat(journey.book().state.talk().answers()).containsEntry("graduation", "unsure");
    assertThat(journey.book().state.talk().step()).isEqualTo("town");
  }

  @Test
  void a_wait_that_ended_when_the_window_was_closed_is_not_begun_anew_by_a_hand_back() {
    PaperJourney journey = journey(PAUSE);
    says(journey, "hello", "yes");
    journey.passes(Duration.ofDays(3));
    assertThat(journey.book().state.needsHuman()).isEqualTo("no_template");

    says(journey, "are you there?");
    journey.seenTo();
    journey.passes(Duration.ofSeconds(30));

    assertThat(journey.book().state.talk().step()).isEqualTo("town");
  }
}
