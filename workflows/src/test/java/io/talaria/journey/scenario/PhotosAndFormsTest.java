package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.port.Desk;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What comes in besides words. */
class PhotosAndFormsTest {
  @AutoClose private static final ScenarioWorld world = new ScenarioWorld();

  @Test
  void an_album_comes_as_single_photos_and_is_answered_once() {
    // given
    var ana = world.greeted();

    // when three photos come within some seconds
    for (int i = 0; i < 3; i++) {
      ana.sendsPhoto().silence(Duration.ofSeconds(2));
    }
    ana.silence(Duration.ofSeconds(30));

    // then they are one turn, with each reference
    ana.hears("cargo").hearsNothingMore();
    assertThat(ana.neighbours.turns.getLast().messages())
        .hasSize(3)
        .allSatisfy(message -> assertThat(message.attachment()).isNotNull());
  }

  @Test
  void a_form_is_answered_at_once() {
    var ana = world.greeted();
    ana.fillsIn(Map.of("height", "178")).hears("cargo");
    assertThat(ana.neighbours.turns.getLast().messages().getFirst().form().fields())
        .containsEntry("height", "178");
  }

  @Test
  void nothing_in_a_form_stops_the_bot_or_calls_a_person() {
    var ana = world.greeted();
    ana.fillsIn(Map.of("notes", "STOP", "who", "pessoa")).hears("cargo");
    assertThat(ana.state().over()).isFalse();
    ana.deskIsAlerted();
  }

  @Test
  void a_form_of_the_second_day_ends_the_silence_but_free_text_must_wait() {
    // given a candidate who has been silent for more than a day
    var ana = world.greeted();
    ana.silence(Duration.ofHours(25)).hears("Lembrete 1").hears("Lembrete 2");

    // when they fill in the form, which WhatsApp knows nothing of
    ana.fillsIn(Map.of("height", "178")).hears("Podemos continuar?");

    // then the answer goes out with their next message
    assertThat(ana.state().inbox().open()).hasSize(1);
    ana.says("sim").silence(Duration.ofSeconds(20)).hears("cargo").hearsNothingMore();
  }

  @Test
  void a_form_after_the_end_is_told_to_the_team_and_not_answered() {
    var ana = world.greeted();
    ana.silence(Duration.ofDays(8)).hears("Lembrete 1").hears("Lembrete 2");
    ana.fillsIn(Map.of("height", "178"));
    ana.deskIsAlerted(Desk.Kind.AT_RISK, Desk.Kind.AFTER_END).hearsNothingMore();
  }
}
