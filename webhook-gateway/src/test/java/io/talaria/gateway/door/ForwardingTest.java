package io.talaria.gateway.door;

import static io.talaria.gateway.Updates.delivery;
import static io.talaria.gateway.Updates.message;
import static io.talaria.gateway.Updates.messages;
import static io.talaria.gateway.Updates.newPhone;
import static io.talaria.gateway.Updates.newWamid;
import static io.talaria.gateway.Updates.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.common.util.concurrent.Uninterruptibles;
import io.talaria.gateway.GatewayScenario;
import io.talaria.journal.inbox.Forwarding;
import io.talaria.journal.inbox.OpenMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ForwardingTest extends GatewayScenario {
  private static final long AT = 1_750_000_000L;

  @Autowired Forwarding forwarding;

  @Test
  void nothing_is_lost_or_disordered_while_the_engine_is_away() {
    journeys.away = true;
    String phone = newPhone();
    String first = newWamid();
    delivered(messages(text(phone, first, AT, "um")));
    delivered(messages(text(phone, newWamid(), AT + 1, "dois")));
    delivered(messages(text(phone, newWamid(), AT + 2, "três")));
    UUID candidate = candidateOf(first);
    assertThat(journeys.heardOf(candidate)).isEmpty();

    journeys.away = false;
    soon(
        () ->
            assertThat(journeys.heardOf(candidate))
                .extracting(m -> m.text())
                .containsExactly("um", "dois", "três"));
  }

  @Test
  void the_last_of_what_waited_says_how_long_and_what_is_told_at_once_does_not() {
    String phone = newPhone();
    String first = newWamid();
    delivered(messages(text(phone, first, AT, "um")));
    UUID candidate = candidateOf(first);
    soon(() -> assertThat(journeys.openOf(candidate)).hasSize(1));
    journeys.away = true;
    delivered(messages(text(phone, newWamid(), AT + 1, "dois")));
    delivered(messages(text(phone, newWamid(), AT + 2, "três")));
    jdbc.sql(
            "update message set recorded_at = recorded_at - interval '9 seconds'"
                + " where candidate_id = ? and seq > 1")
        .param(candidate)
        .update();

    journeys.away = false;
    soon(() -> assertThat(journeys.openOf(candidate)).hasSize(3));
    List<OpenMessage> told = journeys.openOf(candidate);
    assertThat(told.getFirst().last().waited()).isNull();
    assertThat(told.get(1).message().waited()).isNull();
    assertThat(told.getLast().last().waited())
        .isBetween(Duration.ofSeconds(9), Duration.ofMinutes(1));
  }

  @Test
  void what_nobody_took_in_is_told_again_and_more_rarely_each_time() {
    String wamid = newWamid();
    delivered(messages(text(newPhone(), wamid, AT, "oi")));
    UUID candidate = candidateOf(wamid);
    soon(() -> assertThat(signals(wamid)).isEqualTo(1));

    signalledAgo(wamid, 31);
    soon(() -> assertThat(signals(wamid)).isEqualTo(2));
    assertThat(journeys.heardOf(candidate)).hasSize(2);

    signalledAgo(wamid, 31);
    assertThat(forwarding.lease(candidate)).isEmpty();
    signalledAgo(wamid, 61);
    soon(() -> assertThat(signals(wamid)).isEqualTo(3));
  }

  @Test
  void what_was_told_before_is_signalled_and_not_handed_over_again() {
    String wamid = newWamid();
    delivered(messages(text(newPhone(), wamid, AT, "oi")));
    UUID candidate = candidateOf(wamid);
    soon(() -> assertThat(signals(wamid)).isEqualTo(1));
    signalledAgo(wamid, 31);
    soon(() -> assertThat(journeys.heardOf(candidate)).hasSize(2));
    UUID message = journeys.heardOf(candidate).getFirst().id();
    assertThat(journeys.handedOver).containsOnlyOnce(message);
  }

  @Test
  void more_than_journeys_are_served_with_waits_in_the_journal_and_is_told_once() throws Exception {
    CountDownLatch served = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    journeys.beforeAMessage =
        () -> {
          begun.incrementAndGet();
          Uninterruptibles.awaitUninterruptibly(served);
        };
    List<String> wamids = new ArrayList<>();
    try {
      for (int delivery = 0; delivery < 12; delivery++) {
        delivered(messages(hellos(50, wamids)));
      }
      // 48 are with their journeys, 500 wait for a thread, and for the others nobody has a lease.
      soon(() -> assertThat(begun).hasValue(48));
      soon(() -> assertThat(unleased(wamids)).isGreaterThanOrEqualTo(52));
    } finally {
      journeys.beforeAMessage = () -> {};
      served.countDown();
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(told(wamids)).hasSize(600).doesNotHaveDuplicates());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object>[] hellos(int count, List<String> wamids) {
    return IntStream.range(0, count)
        .mapToObj(
            n -> {
              wamids.add(newWamid());
              return text(newPhone(), wamids.getLast(), AT, "oi");
            })
        .toArray(Map[]::new);
  }

  /** Ids of these messages as journeys heard them, repetitions included. */
  private List<UUID> told(List<String> wamids) {
    Set<UUID> ids = new HashSet<>(ids("select id from message where wamid = any(?)", wamids));
    return journeys.messages.stream()
        .map(open -> open.message().id())
        .filter(ids::contains)
        .toList();
  }

  private int unleased(List<String> wamids) {
    return ids(
            "select id from message where wamid = any(?) and signalled_at is null"
                + " and coalesce(lease_until, '-infinity') <= now()",
            wamids)
        .size();
  }

  private List<UUID> ids(String sql, List<String> wamids) {
    return jdbc.sql(sql).param(wamids.toArray(String[]::new)).query(UUID.class).list();
  }

  @Test
  void what_was_taken_in_by_a_step_that_nobody_confirmed_is_told_again() {
    // given an engine that stops after the journal has the step of what was handed over
    String wamid = newWamid();
    journeys.away = true;
    journeys.beforeAMessage =
        () ->
            jdbc.sql("update message set taken_in_at = now(), taken_in_by = 1 where wamid = ?")
                .param(wamid)
                .update();
    delivered(messages(text(newPhone(), wamid, AT, "oi")));
    UUID message = ids("select id from message where wamid = any(?)", List.of(wamid)).getFirst();
    soon(() -> assertThat(journeys.handedOver).contains(message));

    // when it is back
    journeys.beforeAMessage = () -> {};
    journeys.away = false;

    // then the journey hears of it
    soon(() -> assertThat(journeys.heardOf(candidateOf(wamid))).hasSize(1));
  }

  @Test
  void what_was_taken_in_is_never_told_again() {
    String wamid = newWamid();
    delivered(messages(text(newPhone(), wamid, AT, "oi")));
    soon(() -> assertThat(signals(wamid)).isEqualTo(1));
    jdbc.sql("update message set taken_in_at = now(), taken_in_by = 1 where wamid = ?")
        .param(wamid)
        .update();
    signalledAgo(wamid, 3_600);
    UUID candidate = candidateOf(wamid);
    assertThat(forwarding.lease(candidate)).isEmpty();
    assertThat(forwarding.due(1_000)).doesNotContain(candidate);
  }

  @Test
  @SuppressWarnings("unchecked")
  void a_journey_has_at_most_twenty_messages_that_it_has_not_taken_in() {
    String phone = newPhone();
    String first = newWamid();
    Map<String, Object>[] burst =
        IntStream.range(0, 45)
            .mapToObj(n -> text(phone, n == 0 ? first : newWamid(), AT + n, "m" + n))
            .toArray(Map[]::new);
    delivered(messages(burst));
    UUID candidate = candidateOf(first);
    soon(() -> assertThat(journeys.heardOf(candidate)).hasSize(20));
    await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(3))
        .until(() -> journeys.heardOf(candidate).size() == 20);

    jdbc.sql("update message set taken_in_at = now() where candidate_id = ? and seq <= 15")
        .param(candidate)
        .update();
    soon(
        () ->
            assertThat(journeys.heardOf(candidate))
                .extracting(m -> m.seq())
                .containsExactlyElementsOf(
                    java.util.stream.LongStream.rangeClosed(1, 35).boxed().toList()));
  }

  @Test
  void a_message_on_lease_holds_back_those_after_it() {
    String phone = newPhone();
    String first = newWamid();
    journeys.away = true;
    delivered(messages(text(phone, first, AT, "um")));
    UUID candidate = candidateOf(first);
    jdbc.sql("update message set lease_until = now() + interval '1 minute' where wamid = ?")
        .param(first)
        .update();
    journeys.away = false;
    // What somebody else writes is told as soon as the engine is asked again.
    String others = newWamid();
    delivered(messages(text(newPhone(), others, AT, "oi")));
    soon(() -> assertThat(journeys.heardOf(candidateOf(others))).hasSize(1));
    String second = newWamid();
    delivered(messages(text(phone, second, AT + 1, "dois")));
    await()
        .during(Duration.ofSeconds(1))
        .atMost(Duration.ofSeconds(3))
        .until(() -> journeys.heardOf(candidate).isEmpty());

    // Whoever held the lease is gone.
    jdbc.sql("update message set lease_until = now() - interval '1 second' where wamid = ?")
        .param(first)
        .update();
    soon(
        () ->
            assertThat(journeys.heardOf(candidate))
                .extracting(m -> m.text())
                .containsExactly("um", "dois"));
  }

  @Test
  void messages_for_a_definition_that_nobody_published_wait_in_the_journal() {
    String wamid = newWamid();
    delivered(
        delivery(
            Map.of(
                "metadata", Map.of("phone_number_id", "200"),
                "messages", List.of(text(newPhone(), wamid, AT, "oi")))));
    UUID candidate = candidateOf(wamid);
    assertThat(forwarding.undefined())
        .anySatisfy(
            missing -> {
              assertThat(missing.numberId()).isEqualTo("200");
              assertThat(missing.definition()).isEqualTo("nobody-published-this");
              assertThat(missing.messages()).isPositive();
            });
    assertThat(forwarding.due(1_000)).doesNotContain(candidate);
    assertThat(journeys.heardOf(candidate)).isEmpty();

    jdbc.sql(
            "insert into definition_version (account_id, name, plan, text_revision, yaml, plan_hash, text_hash)"
                + " values (?, 'nobody-published-this', 1, 0, '-', '-', '-')")
        .param(ACCOUNT)
        .update();
    soon(() -> assertThat(journeys.heardOf(candidate)).hasSize(1));
    jdbc.sql("delete from definition_version where name = 'nobody-published-this'").update();
  }

  @Test
  void a_notice_alone_starts_no_journey() {
    String wamid = newWamid();
    delivered(
        messages(
            message(
                newPhone(),
                wamid,
                AT,
                "system",
                Map.of("type", "user_changed_number", "body", "x"))));
    assertThat(forwarding.due(1_000)).doesNotContain(candidateOf(wamid));
    assertThat(journeys.heardOf(candidateOf(wamid))).isEmpty();
  }

  @Test
  void a_text_beyond_all_measure_is_told_in_part_and_kept_whole() {
    String wamid = newWamid();
    String novel = "a" + "🎉".repeat(10_000);
    delivered(messages(text(newPhone(), wamid, AT, novel)));
    soon(() -> assertThat(journeys.heardOf(candidateOf(wamid))).hasSize(1));
    String told = journeys.heardOf(candidateOf(wamid)).getFirst().text();
    assertThat(told).hasSize(8_191).endsWith("🎉");
    assertThat(
            opened(
                row("select sealed_text from message where wamid = ?", wamid).get("sealed_text")))
        .isEqualTo(novel);
  }

  private int signals(String wamid) {
    return (int) row("select signals from message where wamid = ?", wamid).get("signals");
  }

  private void signalledAgo(String wamid, int seconds) {
    jdbc.sql("update message set signalled_at = now() - make_interval(secs => ?) where wamid = ?")
        .params(seconds, wamid)
        .update();
  }
}
