package io.talaria.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import io.talaria.gateway.Sends;
import io.talaria.journal.takeover.RequestedTakeovers;
import io.talaria.journey.JourneyStart;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TakeoverSweepTest extends GatewayScenario {
  @Autowired RequestedTakeovers takeovers;
  private Sends ana;
  private UUID operator;

  @BeforeEach
  void aRecruiter() {
    ana = new Sends(jdbc);
    operator = person("Rita", "RECRUITER");
  }

  @Test
  void a_takeover_that_did_not_get_through_is_asked_for_again_with_its_own_id() {
    UUID request = requested(16);
    soon(
        () ->
            assertThat(journeys.takeovers)
                .anySatisfy(
                    asked -> {
                      assertThat(asked.requestId()).isEqualTo(request);
                      assertThat(asked.operatorName()).isEqualTo("Rita");
                      assertThat(asked.epoch()).isEqualTo(7);
                      assertThat(asked.fromHolder()).isFalse();
                    }));
    assertThat(state(request)).isEqualTo("REQUESTED");
  }

  @Test
  void a_young_takeover_is_left_to_the_console() {
    UUID request = requested(2);
    UUID older = requested(16);
    soon(() -> assertThat(journeys.takeovers).anyMatch(asked -> asked.requestId().equals(older)));
    assertThat(journeys.takeovers).noneMatch(asked -> asked.requestId().equals(request));
  }

  @Test
  void a_refused_takeover_lets_the_brake_go() {
    journeys.refusesFor(ana.candidate);
    UUID request = requested(16);
    soon(() -> assertThat(state(request)).isEqualTo("REFUSED"));
    assertThat(row("select refusal from takeover where id = ?", request))
        .containsEntry("refusal", "Bruno holds it since 10:42.");
    assertThat(row("select * from brake where candidate_id = ?", ana.candidate))
        .containsEntry("holder_id", null)
        .containsEntry("takeover_id", null)
        .containsEntry("epoch", 8L);
  }

  @Test
  void a_takeover_whose_answer_nobody_knows_of_is_asked_for_until_the_journey_says_yes() {
    // given one that the journal has, whose console was gone by then, and one that a console knows
    UUID lost = requested(16);
    held(lost);
    UUID known = takeover(operator, 7, "HELD", 16);
    takeovers.confirm(known);

    // when
    soon(() -> assertThat(confirmedAt(lost)).isNotNull());

    // then it is asked for that once, and stays held
    UUID other = requested(16);
    held(other);
    soon(() -> assertThat(confirmedAt(other)).isNotNull());
    assertThat(journeys.takeovers).filteredOn(a -> a.requestId().equals(lost)).hasSize(1);
    assertThat(journeys.takeovers).noneMatch(a -> a.requestId().equals(known));
    assertThat(state(lost)).isEqualTo("HELD");
  }

  @Test
  void a_refusal_of_what_the_journal_has_lets_no_brake_go_and_is_heard_once() {
    journeys.refusesFor(ana.candidate);
    UUID lost = requested(16);
    held(lost);
    soon(() -> assertThat(confirmedAt(lost)).isNotNull());
    assertThat(state(lost)).isEqualTo("HELD");
    assertThat(row("select * from brake where candidate_id = ?", ana.candidate))
        .containsEntry("holder_id", operator);
  }

  @Test
  void a_takeover_of_a_journey_that_is_over_says_so() {
    journeys.hasNobodyFor(ana.candidate);
    jdbc.sql("update journey set status = 'COMPLETED' where id = ?").param(ana.journey).update();
    UUID request = requested(16);
    soon(() -> assertThat(state(request)).isEqualTo("REFUSED"));
    assertThat((String) row("select refusal from takeover where id = ?", request).get("refusal"))
        .contains("no open journey");
  }

  @Test
  void a_takeover_of_a_journey_whose_run_was_lost_has_it_go_on_and_asks_again() {
    journeys.hasNobodyFor(ana.candidate);
    UUID request = requested(16);
    soon(() -> assertThat(journeys.begun).extracting(JourneyStart::left).contains(ana.journey));
    soon(
        () ->
            assertThat(journeys.takeovers)
                .filteredOn(asked -> asked.requestId().equals(request))
                .hasSizeGreaterThan(1));
    assertThat(state(request)).isEqualTo("REQUESTED");
  }

  @Test
  void a_lead_who_is_refused_leaves_the_journey_with_its_holder() {
    UUID holder = person("Bruno", "RECRUITER");
    UUID held = takeover(holder, 6, "HELD", 600);
    held(held);
    takeovers.confirm(held);
    journeys.refusesFor(ana.candidate);
    UUID request = requested(16);
    jdbc.sql("update takeover set from_holder = true where id = ?").param(request).update();
    soon(() -> assertThat(state(request)).isEqualTo("REFUSED"));
    assertThat(journeys.takeovers)
        .anyMatch(asked -> asked.requestId().equals(request) && asked.fromHolder());
    assertThat(row("select * from brake where candidate_id = ?", ana.candidate))
        .containsEntry("holder_id", holder)
        .containsEntry("takeover_id", held)
        .containsEntry("epoch", 6L);
  }

  @Test
  void a_recruiters_takeover_does_not_become_a_leads_when_somebody_else_holds_by_now() {
    takeover(person("Bruno", "RECRUITER"), 6, "HELD", 600);
    UUID request = requested(16);
    jdbc.sql("update takeover set reason = 'told later' where id = ?").param(request).update();
    soon(() -> assertThat(journeys.takeovers).anyMatch(a -> a.requestId().equals(request)));
    assertThat(journeys.takeovers)
        .filteredOn(asked -> asked.requestId().equals(request))
        .noneMatch(asked -> asked.fromHolder());
  }

  @Test
  void the_brake_of_a_newer_takeover_stays() {
    journeys.refusesFor(ana.candidate);
    UUID request = requested(16);
    UUID newer = UUID.randomUUID();
    jdbc.sql("update brake set takeover_id = ?, epoch = 9 where candidate_id = ?")
        .params(newer, ana.candidate)
        .update();
    soon(() -> assertThat(state(request)).isEqualTo("REFUSED"));
    assertThat(row("select * from brake where candidate_id = ?", ana.candidate))
        .containsEntry("takeover_id", newer)
        .containsEntry("epoch", 9L)
        .containsEntry("holder_id", operator);
  }

  private UUID requested(int secondsAgo) {
    UUID request = UUID.randomUUID();
    jdbc.sql(
            """
            insert into brake (candidate_id, account_id, epoch, holder_id, takeover_id, raised_at)
            values (?, ?, 7, ?, ?, now())
            on conflict (candidate_id) do nothing
            """)
        .params(ana.candidate, ACCOUNT, operator, request)
        .update();
    return takeover(request, operator, 7, "REQUESTED", secondsAgo);
  }

  private UUID takeover(UUID operator, long epoch, String state, int secondsAgo) {
    return takeover(UUID.randomUUID(), operator, epoch, state, secondsAgo);
  }

  private UUID takeover(UUID id, UUID operator, long epoch, String state, int secondsAgo) {
    jdbc.sql(
            """
            insert into takeover (id, account_id, candidate_id, journey_id, operator_id, epoch, state, requested_at)
            values (?, ?, ?, ?, ?, ?, ?, now() - make_interval(secs => ?))
            """)
        .params(id, ACCOUNT, ana.candidate, ana.journey, operator, epoch, state, secondsAgo)
        .update();
    return id;
  }

  private UUID person(String name, String role) {
    UUID id = UUID.randomUUID();
    jdbc.sql("insert into operator (id, account_id, email, name, role) values (?, ?, ?, ?, ?)")
        .params(id, ACCOUNT, id + "@example.org", name, role)
        .update();
    return id;
  }

  private void held(UUID request) {
    jdbc.sql("update takeover set state = 'HELD', held_at = requested_at where id = ?")
        .param(request)
        .update();
  }

  private Object confirmedAt(UUID request) {
    return row("select confirmed_at from takeover where id = ?", request).get("confirmed_at");
  }

  private Object state(UUID request) {
    return row("select state from takeover where id = ?", request).get("state");
  }
}
