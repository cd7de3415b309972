package io.talaria.worker.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.talaria.journey.Ending;
import io.talaria.journey.Hold;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.Inbox;
import io.talaria.journey.JourneyState.Talk;
import io.talaria.journey.Silence;
import io.talaria.journey.Timing;
import io.talaria.port.Desk;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the journal makes of the states that a journey records. */
class RecordedStateTest extends JournalWorld {
  @Autowired MeterRegistry meters;

  @Test
  void the_journal_knows_when_a_journey_acts_next_by_itself() {
    Ana ana = ana();
    journal.record(write(ana, state(ana, 1)));
    Instant firstNudge =
        state(ana, 1)
            .silence()
            .candidateOwesSince()
            .plus(techHiring().definition().plan().times().nudges().getFirst());
    assertThat(instant(journeyRow(ana).get("due_at"))).isEqualTo(firstNudge);
  }

  @Test
  void what_the_team_is_to_be_told_is_no_deadline_and_is_known_until_the_next_write() {
    Ana ana = ana();
    JourneyState held =
        state(ana, 1)
            .withHold(
                new Hold(
                    1, new Holder(UUID.randomUUID(), operator("Rita"), "Rita", Instant.now())));
    journal.record(write(ana, held));
    Instant ownerSilent = Instant.now().plus(Duration.ofHours(1));
    assertThat(instant(journeyRow(ana).get("due_at"))).isAfter(ownerSilent);

    var handedOver =
        new Desk.Alert(
            ACCOUNT,
            ana.candidate(),
            ana.journey().journeyId(),
            "episode",
            Desk.Kind.HANDED_OVER,
            "initial_contact",
            Instant.now(),
            null);
    journal.record(write(ana, held.revised().withAlerts(List.of(handedOver))));

    assertThat(instant(journeyRow(ana).get("due_at"))).isAfter(ownerSilent);
    assertThat(journeyRow(ana).get("untold_since")).isNotNull();
    journal.record(write(ana, held.revised().revised()));
    assertThat(journeyRow(ana).get("untold_since")).isNull();
  }

  @Test
  void only_a_newer_revision_is_written_and_another_content_of_the_same_is_to_be_written_anew() {
    Ana ana = ana();
    double alarms = meters.counter("talaria.journey.conflicts").count();
    assertThat(journal.record(write(ana, state(ana, 2)))).isEqualTo(Written.NEWEST);
    assertThat(journal.record(write(ana, state(ana, 2)))).isEqualTo(Written.SAME);
    assertThat(meters.counter("talaria.journey.conflicts").count()).isEqualTo(alarms);

    JourneyState other = withStage(state(ana, 2), "cultural_fit");

    assertThat(journal.record(write(ana, other))).isEqualTo(Written.BEHIND);
    assertThat(journeyRow(ana)).containsEntry("stage", "initial_contact");
    assertThat(meters.counter("talaria.journey.conflicts").count()).isEqualTo(alarms + 1);
  }

  @Test
  void what_a_state_has_nothing_of_is_not_in_it_so_that_older_states_keep_their_hash() {
    String json = new String(sealed.canonical(state(ana(), 1).withTiming(Timing.NONE)), UTF_8);

    assertThat(json).contains("\"windowTold\"").doesNotContain("\"acknowledged\"", "\"again\"");
  }

  @Test
  void a_call_for_a_person_that_a_lost_step_made_is_taken_back_in_the_record_too() {
    // given a step that called a person and was lost
    Ana ana = ana();
    JourneyState calling = state(ana, 2).withNeedsHuman("send_rejected");
    var called =
        new JourneyEvent.CandidateStateChanged(
            "called:" + ana.candidate(), Instant.now(), "needs_human", "send_rejected");
    journal.record(write(ana, calling, called));
    assertThat(needs(ana)).containsExactly("send_rejected");

    // when it was decided otherwise as it was done again
    journal.record(write(ana, state(ana, 3)));
    journal.record(write(ana, state(ana, 4)));

    // then the record tells so, once
    assertThat(needs(ana)).containsExactly("send_rejected", null);
  }

  @Test
  void who_takes_over_is_all_that_is_told_of_whom_a_person_was_needed_for() {
    Ana ana = ana();
    journal.record(write(ana, state(ana, 2).withNeedsHuman("asked")));
    var ended =
        new JourneyEvent.JourneyEnded(
            "end:" + ana.candidate(), Instant.now(), Ending.DROPPED, "interview", null);
    journal.record(write(ana, state(ana, 3), ended));
    assertThat(needs(ana)).isEmpty();
  }

  private List<@Nullable String> needs(Ana ana) {
    return jdbc.sql(
            """
            select sealed_body from event where candidate_id = :candidate
              and type = 'CandidateStateChanged' order by id
            """)
        .param("candidate", ana.candidate())
        .query(
            (row, n) ->
                sealed
                    .json(
                        ana.candidate(), row.getBytes(1), JourneyEvent.CandidateStateChanged.class)
                    .value())
        .list();
  }

  @Test
  void an_attempt_that_began_before_the_one_that_wrote_is_given_up() {
    Ana ana = ana();
    Instant began = now();
    journal.record(write(ana, state(ana, 2), began));

    JourneyState other = withStage(state(ana, 3), "cultural_fit");
    JourneyState othersToo = withStage(state(ana, 2), "cultural_fit");

    assertThat(journal.record(write(ana, othersToo, began.minusSeconds(10))))
        .isEqualTo(Written.LATE);
    assertThat(journal.record(write(ana, state(ana, 2), began.minusSeconds(10))))
        .isEqualTo(Written.SAME);
    assertThat(journal.record(write(ana, othersToo, began.plusSeconds(10))))
        .isEqualTo(Written.BEHIND);
    assertThat(journal.record(write(ana, other, began.plusSeconds(10)))).isEqualTo(Written.NEWEST);
  }

  @Test
  void a_message_that_only_a_lost_step_has_seen_is_brought_again() {
    // given a step that took in a message handed over as an Update
    Ana ana = ana();
    UUID seen = says(ana.candidate(), "9000 reais");
    JourneyState first = state(ana, 2).withInbox(new Inbox(1, List.of(2L), List.of()));
    journal.record(
        new JourneyWrite(ACCOUNT, ana.candidate(), first, List.of(ana.message(), seen), List.of()));
    assertThat(takenIn(seen)).isTrue();

    // when the step is lost, and done again without the message
    JourneyState again = withStage(state(ana, 2), "cultural_fit");
    assertThat(journal.record(write(ana, again))).isEqualTo(Written.BEHIND);

    // then
    assertThat(takenIn(seen)).isFalse();
    assertThat(takenIn(ana.message())).isTrue();
  }

  @Test
  void silence_waiting_and_window_are_shown_as_the_journey_tells_them() {
    Ana ana = ana();
    Instant since = now().minus(Duration.ofHours(25));
    journal.record(
        write(
            ana,
            withSilence(
                state(ana, 1), new Silence(since, since, "key", null, 2, true, false, 0, 1)),
            new JourneyEvent.CandidateAtRisk("risk:1", now(), since, 1)));

    var row = journeyRow(ana);
    assertThat(instant(row.get("silent_since"))).isEqualTo(since);
    assertThat(instant(row.get("window_until"))).isEqualTo(since.plus(Duration.ofHours(24)));
    assertThat(row.get("at_risk_since")).isNotNull();
    assertThat((double) row.get("risk")).isEqualTo(0.7);
    assertThat(
            column(
                String.class,
                "select factors::text from risk_assessment where journey_id = :id",
                ana.journey().journeyId()))
        .contains("silence", "nudges_unanswered");
  }

  @Test
  void the_history_of_a_risk_has_a_row_for_each_new_band_and_none_for_the_same() {
    Ana ana = ana();
    Instant day = now().minus(Duration.ofHours(25));
    journal.record(write(ana, silentSince(ana, 1, now())));
    journal.record(write(ana, silentSince(ana, 2, day)));
    journal.record(write(ana, silentSince(ana, 3, day.minusSeconds(60))));
    journal.record(write(ana, silentSince(ana, 4, now())));

    assertThat(
            jdbc.sql("select risk from risk_assessment where journey_id = :id order by at")
                .param("id", ana.journey().journeyId())
                .query(Double.class)
                .list())
        .containsExactly(0.7, 0.1);
  }

  @Test
  void whom_the_definition_values_is_marked_from_their_answers() {
    Ana ana = ana();
    JourneyState state = state(ana, 1);
    var senior =
        new io.talaria.journey.JourneyState.Talk(
            "pt-BR",
            "initial_contact",
            "workplace",
            0,
            java.util.Map.of("role", "backend", "experience", "9"),
            true);
    journal.record(write(ana, state.withTalk(senior)));
    assertThat(journeyRow(ana)).containsEntry("high_value", true);
  }

  private boolean takenIn(UUID message) {
    return column(
        Boolean.class, "select taken_in_at is not null from message where id = :id", message);
  }

  private JourneyState silentSince(Ana ana, long revision, Instant since) {
    return withSilence(
        state(ana, revision), new Silence(since, since, "key", null, 2, false, false, 0, 1));
  }

  private static JourneyState withSilence(JourneyState state, Silence silence) {
    return state.withSilence(silence);
  }

  private static JourneyState withStage(JourneyState s, String stage) {
    Talk talk = s.talk();
    return s.withTalk(
        new Talk(talk.language(), stage, talk.step(), talk.misses(), talk.answers(), true));
  }
}
