package io.talaria.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.JourneyState;
import io.talaria.journey.rule.LongHold.Fate;
import io.talaria.port.Appointment;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Outbound;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LongHoldTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final Outbound TEXT = new Outbound.Text("Oi");
  private static final Outbound TEMPLATE = new Outbound.Template("t", "en", "Hello", List.of());

  private static JourneyState wrote(Duration ago) {
    JourneyState state = Samples.begun();
    return state.withSilence(state.silence().withWindowFrom(NOW.minus(ago)));
  }

  private static Fate of(JourneyState state, Outbound content, Reason reason, String key) {
    var delivery =
        new Delivery(
            UUID.randomUUID(),
            UUID.randomUUID(),
            state.journeyId(),
            "1",
            1,
            key,
            0,
            Author.BOT,
            null,
            content,
            null,
            false,
            null);
    return LongHold.of(state, delivery, reason, NOW);
  }

  @Test
  void free_text_waits_as_long_as_it_can_reach_the_candidate() {
    assertThat(of(wrote(Duration.ofHours(20)), TEXT, Reason.MESSAGES, "k/0")).isEqualTo(Fate.WAIT);
    assertThat(of(wrote(Duration.ofHours(20)), TEXT, null, "req:1/0")).isEqualTo(Fate.WAIT);
    assertThat(of(wrote(Duration.ofHours(24)), TEXT, Reason.MESSAGES, "k/0"))
        .isEqualTo(Fate.WINDOW_CLOSED);
  }

  @Test
  void a_template_waits() {
    assertThat(of(wrote(Duration.ofDays(3)), TEMPLATE, Reason.WINDOW_CLOSED, "k/0"))
        .isEqualTo(Fate.WAIT);
  }

  @Test
  void what_was_meant_for_a_time_is_late_but_first_words_are_not() {
    JourneyState state = wrote(Duration.ofDays(3));
    var reminder = new Appointment("interview/24h", NOW);
    var start = new Appointment(PlannedStarts.FIRST_WORDS, NOW);

    assertThat(of(state, TEMPLATE, Reason.DUE, key(state, reminder))).isEqualTo(Fate.GIVE_UP);
    assertThat(of(state, TEMPLATE, Reason.DUE, key(state, start))).isEqualTo(Fate.WAIT);
  }

  @Test
  void nobody_waits_for_the_confirmation_of_a_stop() {
    assertThat(of(wrote(Duration.ofHours(7)), TEXT, Reason.OPT_OUT, "k/0")).isEqualTo(Fate.GIVE_UP);
  }

  private static String key(JourneyState state, Appointment appointment) {
    return TurnKey.bubble(TurnKey.ofAppointment(state.journeyId(), appointment), 0);
  }
}
