package io.talaria.journal.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.talaria.journal.SampleJournal;
import io.talaria.journal.takeover.Brakes;
import io.talaria.journal.takeover.Brakes.Held;
import io.talaria.journal.takeover.Brakes.NoJourney;
import io.talaria.journal.takeover.Brakes.Over;
import io.talaria.journal.takeover.Brakes.Raised;
import io.talaria.journal.takeover.Brakes.Wish;
import io.talaria.journal.takeover.RequestedTakeovers;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BrakesTest extends JournalReading {
  private static final String RECEIPT =
      "{\"stoppedAt\":\"AT\",\"inFlight\":[],\"uncertain\":[],\"dropped\":[]}";

  @Autowired Brakes brakes;
  @Autowired RequestedTakeovers requested;
  UUID camila;
  UUID rafael;

  @BeforeEach
  void team() {
    camila = journal.operator("c@talaria.example", "Camila Prado", "LEAD", "x");
    rafael = journal.operator("r@talaria.example", "Rafael Lima", "RECRUITER", "x");
  }

  @Test
  void a_free_journey_is_braked_and_the_takeover_requested() {
    var ana = journal.candidate("Ana").says("oi", minutes(1));
    assertThat(brakes.raise(wish(ana, rafael, false, null)))
        .isInstanceOfSatisfying(Raised.class, raised -> assertThat(raised.epoch()).isEqualTo(1));
    assertThat(takeoverStates(ana)).containsExactly("REQUESTED");
  }

  @Test
  void of_two_recruiters_at_once_one_gets_it_and_the_other_hears_who() {
    var ana = journal.candidate("Ana").says("oi", minutes(1));
    var outcomes =
        Stream.of(camila, rafael)
            .map(
                who ->
                    CompletableFuture.supplyAsync(() -> brakes.raise(wish(ana, who, false, null))))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(outcomes).filteredOn(Raised.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Held.class::isInstance).hasSize(1);
    assertThat(takeoverStates(ana)).containsExactly("REQUESTED");
  }

  @Test
  void a_lead_takes_it_from_its_holder_with_a_reason_only() {
    var ana = journal.candidate("Ana").says("oi", minutes(1));
    ana.heldBy(rafael, minutes(3), null, RECEIPT);
    assertThat(brakes.raise(wish(ana, camila, false, null)))
        .isInstanceOfSatisfying(
            Held.class, held -> assertThat(held.holder()).isEqualTo("Rafael Lima"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> brakes.raise(wish(ana, camila, true, " ")));
    assertThat(brakes.raise(wish(ana, camila, true, "on holiday"))).isInstanceOf(Raised.class);
  }

  @Test
  void a_refused_takeover_gives_the_brake_back_to_who_held_it() {
    var ana = journal.candidate("Ana").says("oi", minutes(1));
    UUID held = ana.heldBy(rafael, minutes(3), null, RECEIPT);
    Wish wish = wish(ana, camila, true, "on holiday");
    brakes.raise(wish);
    requested.refuse(ana.id, wish.requestId(), "no");
    requested.refuse(ana.id, wish.requestId(), "no");

    assertThat(
            jdbc.sql("select epoch, holder_id, takeover_id from brake where candidate_id = ?")
                .param(ana.id)
                .query()
                .singleRow()
                .values())
        .containsExactly(1L, rafael, held);
    assertThat(takeoverStates(ana)).containsExactlyInAnyOrder("HELD", "REFUSED");
  }

  @Test
  void a_refused_takeover_of_a_free_journey_frees_the_brake_under_an_epoch_never_used_before() {
    var ana = journal.candidate("Ana").says("oi", minutes(1));
    Wish wish = wish(ana, rafael, false, null);
    Raised raised = (Raised) brakes.raise(wish);
    requested.refuse(ana.id, wish.requestId(), "no");

    assertThat(
            jdbc.sql("select epoch from brake where candidate_id = ? and holder_id is null")
                .param(ana.id)
                .query(Long.class)
                .single())
        .isGreaterThan(raised.epoch());
  }

  @Test
  void a_wish_that_is_repeated_changes_nothing_and_is_answered_the_same() {
    var ana = journal.candidate("Ana").says("oi", minutes(1));
    Wish wish = wish(ana, camila, true, "on holiday");
    Raised first = (Raised) brakes.raise(wish);
    var again = new Wish(wish.requestId(), SampleJournal.ACCOUNT, ana.id, camila, false, null);
    assertThat(brakes.raise(again)).isEqualTo(first);
    assertThat(takeoverStates(ana)).containsExactly("REQUESTED");
  }

  @Test
  void a_wish_whose_takeover_is_over_says_so() {
    var ana = journal.candidate("Ana").says("oi", minutes(1));
    Wish wish = wish(ana, rafael, false, null);
    brakes.raise(wish);
    requested.refuse(ana.id, wish.requestId(), "no");
    assertThat(brakes.raise(wish)).isEqualTo(new Over());
  }

  @Test
  void a_newer_takeover_calls_off_what_is_asked_for_since_only_one_has_the_brake() {
    var ana = journal.candidate("Ana").says("oi", minutes(1));
    Wish stale = wish(ana, rafael, false, null);
    brakes.raise(stale);
    Wish newer = wish(ana, rafael, false, null);
    Raised raised = (Raised) brakes.raise(newer);

    assertThat(takeoverStates(ana)).containsExactlyInAnyOrder("REFUSED", "REQUESTED");
    requested.refuse(ana.id, stale.requestId(), "no");
    assertThat(
            jdbc.sql("select epoch, takeover_id from brake where candidate_id = ?")
                .param(ana.id)
                .query()
                .singleRow()
                .values())
        .containsExactly(raised.epoch(), newer.requestId());
  }

  @Test
  void an_ended_journey_is_not_braked() {
    var ana = journal.candidate("Ana").journey("status = 'DROPPED'");
    assertThat(brakes.raise(wish(ana, rafael, false, null))).isInstanceOf(NoJourney.class);
    assertThat(takeoverStates(ana)).isEmpty();
  }

  @Test
  void only_who_took_it_over_says_why() {
    var ana = journal.candidate("Ana").says("oi", minutes(1));
    Wish wish = wish(ana, rafael, false, null);
    brakes.raise(wish);
    brakes.explain(ana.id, wish.requestId(), camila, "not mine to say");
    brakes.explain(ana.id, wish.requestId(), rafael, "asks for later");
    assertThat(jdbc.sql("select reason from takeover").query(String.class).single())
        .isEqualTo("asks for later");
    assertThat(explanations()).isEqualTo(1);
  }

  @Test
  void a_reason_is_told_while_it_is_held_and_once_each_time_it_changes() {
    var ana = journal.candidate("Ana").says("oi", minutes(1));
    UUID held = ana.heldBy(rafael, minutes(3), null, RECEIPT);
    assertThat(brakes.explain(ana.id, held, rafael, "asks for a person")).isTrue();
    assertThat(brakes.explain(ana.id, held, rafael, "asks for a person")).isTrue();
    assertThat(brakes.explain(ana.id, held, rafael, "asks about pay")).isTrue();
    assertThat(explanations()).isEqualTo(2);
    jdbc.sql("update takeover set state = 'RETURNED'").update();
    assertThat(brakes.explain(ana.id, held, rafael, "too late")).isFalse();
  }

  private long explanations() {
    return jdbc.sql("select count(*) from event where type = 'TakeoverExplained'")
        .query(Long.class)
        .single();
  }

  private static Wish wish(
      SampleJournal.Candidate candidate, UUID who, boolean fromHolder, String reason) {
    return new Wish(
        UUID.randomUUID(), SampleJournal.ACCOUNT, candidate.id, who, fromHolder, reason);
  }

  private java.util.List<String> takeoverStates(SampleJournal.Candidate candidate) {
    return jdbc.sql("select state from takeover where candidate_id = ?")
        .param(candidate.id)
        .query(String.class)
        .list();
  }
}
