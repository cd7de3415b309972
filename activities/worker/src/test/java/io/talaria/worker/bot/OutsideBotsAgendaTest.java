package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.LongDefinition;
import io.talaria.journal.definition.Published;
import io.talaria.port.Appointment;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import io.talaria.worker.bot.http.HttpBot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the script's appointments when a bot from outside talks on. */
class OutsideBotsAgendaTest {
  private static final Instant NOW = Instant.parse("2026-03-02T13:00:00Z");
  private static final Appointment WAIT = new Appointment("pause", NOW.plus(Duration.ofDays(3)));
  private static final Appointment AGREED =
      new Appointment(Script.FOLLOW_UP, NOW.plus(Duration.ofDays(1)));

  @Test
  void a_wait_that_the_bot_leaves_is_given_up_and_a_date_that_the_candidate_named_is_not() {
    assertThat(said(null).agenda()).containsExactly(AGREED);
  }

  @Test
  void a_wait_at_which_the_bot_stays_goes_on() {
    assertThat(said("pause").agenda()).isNull();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void who_is_written_to_as_agreed_owes_an_answer_also_where_that_bot_asked_nothing(boolean open) {
    var due =
        turn(Reason.DUE, null, new Turn.Moment(NOW, open, AGREED.id(), List.of(AGREED), "GB"));
    assertThat(proposed(due, null).asks()).isTrue();
  }

  /** What is proposed where the bot leaves this question open, in the middle of a wait. */
  private static Proposal said(String step) {
    var moment = new Turn.Moment(NOW, true, null, List.of(WAIT, AGREED), "GB");
    return proposed(turn(Reason.MESSAGES, "pause", moment), step);
  }

  private static Turn turn(Reason reason, String step, Turn.Moment moment) {
    return new Turn(
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        "key",
        reason,
        "long",
        1,
        "en",
        "stage0",
        step,
        0,
        Map.of(),
        List.of(),
        0,
        true,
        moment);
  }

  private static Proposal proposed(Turn turn, String step) {
    String yaml =
        LongDefinition.yaml(1, "text")
                .replace(
                    "stages:\n", "bot: {engine: http, name: other, fallback: script}\nstages:\n")
            + """
                    - wait: pause
                      label: {en: Pause}
                      text: {en: "Until {time}."}
                      for: 3d
              """;
    return Routing.propose(
        new Published(DefinitionReader.read("wait.yaml", yaml), 1, 0),
        turn,
        new FakeLookups(),
        (asked, published, engine) ->
            new HttpBot.Proposed(
                new Drafting(turn, "v1.0")
                    .sending(new Outbound.Text("I am here."), "outside")
                    .at("stage0", step)
                    .done()));
  }
}
