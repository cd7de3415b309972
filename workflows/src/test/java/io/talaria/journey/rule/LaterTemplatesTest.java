package io.talaria.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.JourneyState;
import io.talaria.journey.Phase;
import io.talaria.journey.Timing;
import io.talaria.journey.Timing.Again;
import io.talaria.port.TurnKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaterTemplatesTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "MARKETING_LIMIT, marketing_limit, PT24H5M",
    "TEMPLATE_PAUSED, template_paused, PT3H5M",
    "MESSAGING_LIMIT, messaging_limit, PT3H5M",
    "SPAM_LIMIT, spam_limit, PT24H5M",
    "MARKETING_STOP, marketing_stopped,",
    "TEMPLATE,,",
    "POLICY,,",
    ",,"
  })
  void a_refusal_says_why_a_person_is_called_and_when_it_may_be_tried_again(
      String treatment, String reason, Duration after) {
    assertThat(LaterTemplates.reason(treatment).orElse(null)).isEqualTo(reason);
    assertThat(LaterTemplates.again(treatment, NOW).orElse(null))
        .isEqualTo(after == null ? null : NOW.plus(after));
  }

  @Test
  void it_is_tried_again_only_as_long_as_nothing_else_needs_a_person() {
    JourneyState waiting =
        LaterTemplates.trying(Samples.begun().withNeedsHuman("template_paused"), "reopen:1", NOW);

    assertThat(LaterTemplates.due(waiting)).contains(new Again(NOW, "reopen:1"));
    assertThat(LaterTemplates.due(waiting.withNeedsHuman("asked_for_person"))).isEmpty();
    assertThat(LaterTemplates.due(waiting.withPhase(Phase.ALERT))).isEmpty();
    assertThat(LaterTemplates.tried(waiting).clocks().again()).isNull();
    assertThat(LaterTemplates.tried(waiting).needsHuman()).isNull();
  }

  @Test
  void whatever_else_its_clocks_tell_it_is_still_to_be_tried() {
    var again = new Again(NOW, "reopen:1");
    Timing clocks = Timing.NONE.again(again);

    assertThat(
            List.of(
                clocks.in(QuietHoursTest.NIGHTS, null),
                clocks.with(null),
                clocks.told(NOW),
                clocks.acknowledgedBy(null)))
        .allSatisfy(other -> assertThat(other.again()).isEqualTo(again));
  }

  @Test
  void its_key_names_the_first_turn_and_the_last_time_however_often_it_is_tried() {
    String once = TurnKey.ofLater("reopen:j:12", NOW);
    String twice = TurnKey.ofLater(once, NOW.plusSeconds(1));

    assertThat(once).isEqualTo("later:1795694400000:reopen:j:12");
    assertThat(twice).isEqualTo("later:1795694401000:reopen:j:12");
    assertThat(TurnKey.turn(TurnKey.bubble(twice, 0))).isEqualTo(twice);
  }
}
