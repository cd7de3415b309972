package io.talaria.gateway.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.definition.Plan;
import io.talaria.gateway.GatewayScenario;
import io.talaria.gateway.Sends;
import io.talaria.gateway.StoredState;
import io.talaria.gateway.repair.Release.Line;
import io.talaria.gateway.repair.Release.Outcome;
import io.talaria.journal.journey.JourneyWrites;
import io.talaria.journal.takeover.Brakes;
import io.talaria.journal.takeover.Brakes.Wish;
import io.talaria.journal.takeover.RequestedTakeovers;
import io.talaria.journey.Hold;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyStart;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.Inbox;
import io.talaria.journey.JourneyState.Talk;
import io.talaria.journey.Outgoing;
import io.talaria.journey.Silence;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The database is of yesterday; the runs are of today. */
class ReleaseTest extends GatewayScenario {
  private static final String NUMBER = "106540352242922";

  @Autowired Release release;
  @Autowired JourneyWrites writes;
  @Autowired Brakes raising;
  @Autowired RequestedTakeovers requested;

  @Test
  void a_standstill_shuts_every_brake_and_gives_no_number_twice() {
    var ana = new Sends(jdbc);
    jdbc.sql("update candidate set next_seq = 7 where id = ?").param(ana.candidate).update();
    release.standstill();
    Map<String, Object> brake = brake(ana);
    assertThat(brake).containsEntry("standstill", true);
    assertThat((long) brake.get("epoch")).isGreaterThan(100_000);
    assertThat(count("select next_seq from candidate where id = ?", ana.candidate))
        .isGreaterThan(100_000);
  }

  @Test
  void a_release_brings_the_runs_state_and_its_holder_into_the_journal_and_goes_on_from_there() {
    // given a journey that moved on and was taken over after the backup
    var ana = new Sends(jdbc);
    UUID camila = person();
    release.standstill();
    journeys.knows(ana.candidate, state(ana.journey, 9, camila));

    // when
    Line line = released(ana);

    // then
    assertThat(line.outcome()).isEqualTo(Outcome.RELEASED);
    assertThat(line.before()).isZero();
    assertThat(line.after()).isEqualTo(9);
    assertThat(row("select * from journey where id = ?", ana.journey))
        .containsEntry("stage", "final_review")
        .containsEntry("mode", "HUMAN")
        .containsEntry("owner_id", camila);
    assertThat(brake(ana)).containsEntry("standstill", false).containsEntry("holder_id", camila);
    assertThat(journeys.begun).extracting(JourneyStart::left).contains(ana.journey);

    // and once released, it isn't touched again
    int begun = journeys.begun.size();
    assertThat(released(ana).after()).isEqualTo(9);
    assertThat(journeys.begun).hasSize(begun);
  }

  @Test
  void a_takeover_that_a_run_recorded_while_all_stood_still_has_its_brake_after_the_release() {
    // given a run whose takeover was on its way when the database went back
    var ana = new Sends(jdbc);
    UUID camila = person();
    release.standstill();
    JourneyState held = state(ana.journey, 9, camila);
    writes.write(write(ana, held, taken(held)));
    assertThat(brake(ana)).containsEntry("holder_id", null);
    journeys.knows(ana.candidate, held);

    // when
    released(ana);

    // then nothing but a release by its holder lets the bot speak
    assertThat(brake(ana))
        .containsEntry("standstill", false)
        .containsEntry("holder_id", camila)
        .containsEntry("takeover_id", held.hold().holder().takeoverId());
  }

  @Test
  void a_takeover_asked_for_while_all_stand_still_keeps_the_bot_silent_until_it_is_answered() {
    for (UUID holder : Arrays.asList(null, person())) {
      // given
      var ana = new Sends(jdbc);
      UUID rafael = person();
      release.standstill();
      UUID request = UUID.randomUUID();
      raising.raise(new Wish(request, ACCOUNT, ana.candidate, rafael, true, "urgent"));
      journeys.knows(ana.candidate, state(ana.journey, 9, holder));

      // when
      released(ana);

      // then
      assertThat(brake(ana))
          .containsEntry("holder_id", rafael)
          .containsEntry("takeover_id", request);
      assertThat(row("select state from takeover where id = ?", request))
          .containsEntry("state", "REQUESTED");
    }
  }

  @Test
  void a_takeover_that_is_refused_while_all_stand_still_brings_no_epoch_from_before_back() {
    // given a journey that was held at the backup
    var ana = new Sends(jdbc);
    UUID camila = person();
    JourneyState held = state(ana.journey, 9, camila);
    writes.write(write(ana, held, taken(held)));
    release.standstill();

    // when a lead asks for it, and is refused
    UUID request = UUID.randomUUID();
    raising.raise(new Wish(request, ACCOUNT, ana.candidate, person(), true, "urgent"));
    requested.refuse(ana.candidate, request, "not now");

    // then
    assertThat(brake(ana)).containsEntry("holder_id", camila);
    assertThat((long) brake(ana).get("epoch")).isGreaterThan(100_000);
  }

  @Test
  void a_takeover_that_was_asked_for_at_the_backup_is_over_unless_its_run_says_otherwise() {
    var ana = new Sends(jdbc);
    UUID request = UUID.randomUUID();
    raising.raise(new Wish(request, ACCOUNT, ana.candidate, person(), false, null));
    release.standstill();
    journeys.knows(ana.candidate, state(ana.journey, 9, null));

    released(ana);

    assertThat(brake(ana)).containsEntry("standstill", false).containsEntry("holder_id", null);
    assertThat(row("select state from takeover where id = ?", request))
        .containsEntry("state", "RETURNED");
  }

  @Test
  void a_holder_who_came_after_the_backup_holds_it_still_but_cannot_sign_in() {
    // given a run that writes on, and is held by somebody whom the database doesn't know
    var ana = new Sends(jdbc);
    UUID nobody = UUID.randomUUID();
    release.standstill();
    JourneyState held = state(ana.journey, 9, nobody);
    assertThat(writes.write(write(ana, held))).isEqualTo(Written.NEWEST);
    journeys.knows(ana.candidate, held);

    // when
    assertThat(released(ana).outcome()).isEqualTo(Outcome.RELEASED);

    // then
    assertThat(brake(ana)).containsEntry("holder_id", nobody);
    assertThat(row("select owner_id, mode from journey where id = ?", ana.journey))
        .containsEntry("owner_id", nobody)
        .containsEntry("mode", "HUMAN");
    assertThat(row("select name, disabled_at from operator where id = ?", nobody))
        .containsEntry("name", "Camila")
        .doesNotContainEntry("disabled_at", null);
  }

  private static JourneyWrite write(Sends of, JourneyState state, JourneyEvent... events) {
    return new JourneyWrite(ACCOUNT, of.candidate, state, List.of(), List.of(events));
  }

  private static JourneyEvent taken(JourneyState state) {
    Holder holder = state.hold().holder();
    return new JourneyEvent.OperatorTakeover(
        holder.takeoverId().toString(),
        holder.since(),
        holder.operatorId(),
        null,
        null,
        new TakeoverReceipt(holder.since(), List.of(), List.of(), List.of()));
  }

  @Test
  void a_journey_that_began_after_the_backup_is_written_anew() {
    var ana = new Sends(jdbc);
    release.standstill();
    UUID journey = UUID.randomUUID();
    jdbc.sql("update journey set status = 'COMPLETED' where id = ?").param(ana.journey).update();
    journeys.knows(ana.candidate, state(journey, 3, null));

    assertThat(released(ana).outcome()).isEqualTo(Outcome.RELEASED);
    assertThat(row("select status, revision from journey where id = ?", journey))
        .containsEntry("status", "OPEN")
        .containsEntry("revision", 3L);
  }

  @Test
  void a_journey_that_the_backup_shows_open_is_over_where_a_newer_one_runs() {
    var ana = new Sends(jdbc);
    release.standstill();
    UUID newer = UUID.randomUUID();
    journeys.knows(ana.candidate, state(newer, 3, null).inGeneration(2));

    assertThat(released(ana).outcome()).isEqualTo(Outcome.RELEASED);
    assertThat(row("select status from journey where id = ?", ana.journey))
        .containsEntry("status", "DROPPED");
    assertThat(row("select status, generation from journey where id = ?", newer))
        .containsEntry("status", "OPEN")
        .containsEntry("generation", 2L);
  }

  @Test
  void a_candidate_whom_the_journal_has_forgotten_is_told_to_people() {
    UUID nobody = UUID.randomUUID();
    journeys.knows(nobody, state(UUID.randomUUID(), 3, null));
    var dry = new ArrayList<Line>();
    release.run(false, dry::add);
    assertThat(dry)
        .anyMatch(line -> line.candidateId().equals(nobody) && line.outcome() == Outcome.GAP);
    assertThat(lines())
        .anyMatch(line -> line.candidateId().equals(nobody) && line.outcome() == Outcome.GAP);
  }

  private Line released(Sends of) {
    return lines().stream()
        .filter(line -> line.candidateId().equals(of.candidate))
        .findFirst()
        .orElseThrow();
  }

  private List<Line> lines() {
    var lines = new ArrayList<Line>();
    release.run(true, lines::add);
    return lines;
  }

  private Map<String, Object> brake(Sends of) {
    return row("select * from brake where candidate_id = ?", of.candidate);
  }

  private UUID person() {
    UUID id = UUID.randomUUID();
    jdbc.sql("insert into operator (id, account_id, email, name, role) values (?, ?, ?, ?, ?)")
        .params(id, ACCOUNT, id + "@example.org", "Camila", "RECRUITER")
        .update();
    return id;
  }

  private static JourneyState state(UUID journey, long revision, UUID holder) {
    Instant now = Instant.parse("2026-11-23T10:00:00Z");
    return new JourneyState(
        journey,
        1,
        revision,
        plan(),
        NUMBER,
        new Talk("pt-BR", "final_review", "quando", 0, Map.of(), true),
        new Inbox(5, List.of(), List.of()),
        new Hold(4, holder == null ? null : new Holder(UUID.randomUUID(), holder, "Camila", now)),
        new Silence(now, now, "key", null, 0, false, false, 0, 0),
        null,
        null,
        List.of(),
        null,
        Outgoing.NOTHING);
  }

  private static Plan plan() {
    return StoredState.plan(
        "tech-hiring",
        List.of("pt-BR"),
        new Plan.Stage("final_review", Map.of(), List.of("quando")));
  }
}
