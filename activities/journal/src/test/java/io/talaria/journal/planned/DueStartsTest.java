package io.talaria.journal.planned;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.JournalConfiguration;
import io.talaria.journal.SampleJournal;
import io.talaria.journal.TestDatabase;
import io.talaria.journal.reading.FullLimit;
import io.talaria.journal.reading.HeldNumbers;
import io.talaria.journal.reading.WaitingStarts;
import io.talaria.journal.send.MessagingLimits;
import io.talaria.journal.send.SpamHolds;
import io.talaria.journey.JourneyStart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Which planned starts are handed out: within WhatsApp's limits, and who waits for them. */
@SpringBootTest(classes = DueStartsTest.App.class)
class DueStartsTest {
  @EnableAutoConfiguration
  @Import(JournalConfiguration.class)
  static class App {}

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.register(properties);
  }

  private static final UUID ACCOUNT = SampleJournal.ACCOUNT;
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int AT_ONCE = 50;

  @Autowired JdbcClient jdbc;
  @Autowired DueStarts due;
  @Autowired MessagingLimits limits;
  @Autowired SpamHolds holds;
  @Autowired WaitingStarts waiting;
  @Autowired HeldNumbers held;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void empty() {
    jdbc.sql("truncate candidate, number, spam_hold, messaging_limit cascade").update();
  }

  @Test
  void without_a_limit_all_that_are_due_go() {
    List<UUID> ours = planned(ACCOUNT, SampleJournal.NUMBER, 12);

    assertThat(taken()).containsExactlyInAnyOrderElementsOf(ours);
    assertThat(waiting.full(ACCOUNT)).isEmpty();
  }

  @Test
  void four_fifths_of_the_limit_go_the_longest_waiting_first_and_no_more_whoever_asks_again() {
    limits.configured(ACCOUNT, 10);
    List<UUID> ours = planned(ACCOUNT, SampleJournal.NUMBER, 12);

    assertThat(taken()).containsExactlyInAnyOrderElementsOf(ours.subList(0, 8));
    assertThat(taken()).as("their first words haven't left, and still they count").isEmpty();
    FullLimit full = waiting.full(ACCOUNT).orElseThrow();
    assertThat(full.people()).isEqualTo(10);
    assertThat(full.waiting()).isEqualTo(4);
    assertThat(full.next()).isBetween(in(Duration.ofMinutes(1439)), in(Duration.ofMinutes(1441)));
  }

  @Test
  void when_the_oldest_of_a_day_leave_those_that_wait_go_on_by_themselves() {
    limits.configured(ACCOUNT, 10);
    List<UUID> ours = planned(ACCOUNT, SampleJournal.NUMBER, 12);
    taken();
    begun(ours.subList(0, 8));
    jdbc.sql(
            """
            update approach set last_at = last_at - interval '24 hours' where candidate_id in (
              select candidate_id from planned_start where id in (:first, :second))
            """)
        .param("first", ours.get(0))
        .param("second", ours.get(1))
        .update();

    assertThat(taken()).containsExactlyInAnyOrderElementsOf(ours.subList(8, 10));
  }

  @Test
  void who_was_handed_out_and_begun_by_nobody_has_their_place_still() {
    limits.configured(ACCOUNT, 10);
    List<UUID> ours = planned(ACCOUNT, SampleJournal.NUMBER, 12);
    taken();
    jdbc.sql("update planned_start set looked_at = looked_at - interval '1 minute'").update();

    assertThat(taken()).containsExactlyInAnyOrderElementsOf(ours.subList(0, 8));
    assertThat(waiting.full(ACCOUNT).orElseThrow().waiting()).isEqualTo(4);
  }

  @Test
  void what_templates_took_is_not_there_for_starts() {
    limits.configured(ACCOUNT, 10);
    for (int i = 0; i < 7; i++) {
      jdbc.sql("insert into approach (candidate_id, account_id, last_at) values (?, ?, now())")
          .params(candidate(ACCOUNT), ACCOUNT)
          .update();
    }
    List<UUID> ours = planned(ACCOUNT, SampleJournal.NUMBER, 3);

    assertThat(taken()).containsExactly(ours.getFirst());
  }

  @Test
  void another_clients_limit_is_another_one() {
    UUID other = UUID.randomUUID();
    jdbc.sql("insert into account (id, name) values (?, 'other')").param(other).update();
    limits.configured(ACCOUNT, 1);
    planned(ACCOUNT, SampleJournal.NUMBER, 2);
    List<UUID> theirs = planned(other, "2", 2);

    assertThat(taken()).containsExactlyInAnyOrderElementsOf(theirs);
  }

  @Test
  void two_that_sweep_at_once_hand_out_no_more_than_there_is_room_for() {
    limits.configured(ACCOUNT, 10);
    planned(ACCOUNT, SampleJournal.NUMBER, 60);
    var both = new ArrayList<UUID>();

    transaction.executeWithoutResult(
        open -> {
          both.addAll(taken());
          var other = new Thread(() -> both.addAll(taken()));
          other.start();
          try {
            other.join();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });

    assertThat(both).hasSize(8);
  }

  @Test
  void what_whatsapp_told_last_counts_and_the_settings_until_it_tells_something() {
    limits.configured(ACCOUNT, 10);
    Instant now = Instant.now();
    limits.told(ACCOUNT, 2_000, now);
    limits.told(ACCOUNT, 250, now.minusSeconds(60));
    limits.configured(ACCOUNT, 5);
    assertThat(people()).isEqualTo(2_000);

    limits.told(ACCOUNT, null, now.plusSeconds(60));
    assertThat(people()).as("as many as one likes").isNull();
    planned(ACCOUNT, SampleJournal.NUMBER, 12);
    assertThat(taken()).hasSize(12);
  }

  @Test
  void starts_of_a_number_that_was_reported_wait_until_its_time_is_over() {
    List<UUID> ours = planned(ACCOUNT, SampleJournal.NUMBER, 2);
    List<UUID> others = planned(ACCOUNT, "2", 1);
    reported("now() + interval '1 day'");

    assertThat(taken()).containsExactlyElementsOf(others);
    assertThat(held.reportedOf(UUID.randomUUID())).isEmpty();
    assertThat(held.reportedOf(ACCOUNT))
        .singleElement()
        .satisfies(
            number -> {
              assertThat(number.id()).isEqualTo(SampleJournal.NUMBER);
              assertThat(number.waiting()).isEqualTo(2);
            });

    jdbc.sql("update spam_hold set until = now() - interval '1 second'").update();
    assertThat(held.reportedOf(ACCOUNT)).isEmpty();
    assertThat(taken()).containsExactlyInAnyOrderElementsOf(ours);
  }

  @Test
  void they_go_on_sooner_when_a_person_lets_them_whose_name_is_kept() {
    planned(ACCOUNT, SampleJournal.NUMBER, 1);
    reported("now() + interval '1 day'");

    assertThat(holds.goOn(UUID.randomUUID(), SampleJournal.NUMBER, Instant.now(), "Eve")).isFalse();
    assertThat(taken()).isEmpty();
    assertThat(holds.goOn(ACCOUNT, SampleJournal.NUMBER, Instant.now(), "Camila")).isTrue();
    assertThat(holds.goOn(ACCOUNT, SampleJournal.NUMBER, Instant.now(), "Rafael"))
        .as("again")
        .isFalse();

    assertThat(taken()).hasSize(1);
    assertThat(jdbc.sql("select lifted_by from spam_hold").query(String.class).single())
        .isEqualTo("Camila");
  }

  @Test
  void whose_conversation_has_begun_otherwise_while_they_waited_for_room_is_started_by_nobody() {
    limits.configured(ACCOUNT, 1);
    planned(ACCOUNT, SampleJournal.NUMBER, 1);
    new SampleJournal(jdbc);
    jdbc.sql(
            """
            insert into journey (id, account_id, candidate_id, number_id, definition_name, plan,
              run_id, generation, stage, language)
            select gen_random_uuid(), account_id, candidate_id, number_id, definition_name, 1, 'run',
              1, 'initial_contact', 'pt-BR' from planned_start
            """)
        .update();

    assertThat(due.dropOvertaken(Duration.ofSeconds(10))).as("due for longer").isZero();
    assertThat(due.dropOvertaken(Duration.ofDays(30))).isOne();
  }

  private List<UUID> taken() {
    return due.take(PAUSE, AT_ONCE).stream().map(JourneyStart::planned).toList();
  }

  private static Instant in(Duration time) {
    return Instant.now().plus(time);
  }

  /** So many that are due, the longest waiting first. */
  private List<UUID> planned(UUID account, String number, int many) {
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < many; i++) {
      UUID id = UUID.randomUUID();
      jdbc.sql(
              """
              insert into planned_start (id, account_id, candidate_id, number_id, definition_name,
                at, sealed_opt_in, planned_by)
              values (?, ?, ?, ?, 'tech-hiring', now() - make_interval(mins => ?), '', 'test')
              """)
          .params(id, account, candidate(account), number, many - i)
          .update();
      ids.add(id);
    }
    return ids;
  }

  private UUID candidate(UUID account) {
    UUID id = UUID.randomUUID();
    jdbc.sql("insert into candidate (id, account_id) values (?, ?)").params(id, account).update();
    return id;
  }

  private void begun(List<UUID> starts) {
    starts.forEach(
        id ->
            jdbc.sql("update planned_start set state = 'STARTED', settled_at = now() where id = ?")
                .param(id)
                .update());
  }

  private void reported(String until) {
    jdbc.sql(
            "insert into spam_hold (id, account_id, number_id, until) values (gen_random_uuid(), ?,"
                + " ?, %s)".formatted(until))
        .params(ACCOUNT, SampleJournal.NUMBER)
        .update();
  }

  private Integer people() {
    return (Integer)
        jdbc.sql("select people from messaging_limit where account_id = ?")
            .param(ACCOUNT)
            .query()
            .singleRow()
            .get("people");
  }
}
