package io.talaria.gateway.inbox;

import static io.talaria.gateway.Updates.messages;
import static io.talaria.gateway.Updates.newPhone;
import static io.talaria.gateway.Updates.newWamid;
import static io.talaria.gateway.Updates.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.gateway.GatewayScenario;
import io.talaria.journal.inbox.Deliveries;
import io.talaria.journal.inbox.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RepetitionTest extends GatewayScenario {
  private static final long AT = 1_750_000_000L;

  @Autowired Deliveries deliveries;
  @Autowired Relay relay;

  @Test
  void the_same_message_ten_times_at_once_is_one_message_and_spends_one_seq() {
    String phone = newPhone();
    String wamid = newWamid();
    String body = messages(text(phone, wamid, AT, "oi"));
    atOnce(10, n -> assertThat(post(body).statusCode()).isEqualTo(200));
    workedOff();

    assertThat(count("select count(*) from message where wamid = ?", wamid)).isEqualTo(1);
    UUID candidate = candidateOf(wamid);
    assertThat(row("select next_seq from candidate where id = ?", candidate))
        .containsEntry("next_seq", 1L);
    assertThat(count("select count(*) from event where candidate_id = ?", candidate)).isEqualTo(1);
    soon(() -> assertThat(journeys.heardOf(candidate)).hasSize(1));
  }

  @Test
  void somebody_new_who_writes_many_things_at_once_becomes_one_candidate() {
    String phone = newPhone();
    List<String> wamids = IntStream.range(0, 12).mapToObj(n -> newWamid()).toList();
    atOnce(12, n -> post(messages(text(phone, wamids.get(n), AT + n, "mensagem " + n))));
    workedOff();

    assertThat(wamids.stream().map(this::candidateOf).distinct()).hasSize(1);
    UUID candidate = candidateOf(wamids.getFirst());
    assertThat(rows("select seq from message where candidate_id = ? order by seq", candidate))
        .extracting(row -> row.get("seq"))
        .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, 12).boxed().toList());
    soon(
        () ->
            assertThat(journeys.heardOf(candidate))
                .extracting(m -> m.seq())
                .containsExactlyElementsOf(
                    java.util.stream.LongStream.rangeClosed(1, 12).boxed().toList()));
  }

  @Test
  void two_relays_on_one_delivery_record_it_once() {
    String wamid = newWamid();
    String other = newWamid();
    String phone = newPhone();
    String body = messages(text(phone, wamid, AT, "um"), text(phone, other, AT + 1, "dois"));
    Delivery delivery =
        deliveries.store("whatsapp", body.getBytes(StandardCharsets.UTF_8), Duration.ofMinutes(1));
    atOnce(4, n -> relay.workOff(delivery));
    assertThat(
            rows(
                "select wamid, seq from message where delivery_id = ? order by seq", delivery.id()))
        .containsExactly(Map.of("wamid", wamid, "seq", 1L), Map.of("wamid", other, "seq", 2L));
  }

  @Test
  void what_a_crash_left_is_worked_off_by_the_sweeper() {
    String wamid = newWamid();
    byte[] body = messages(text(newPhone(), wamid, AT, "oi")).getBytes(StandardCharsets.UTF_8);
    deliveries.store("whatsapp", body, Duration.ofMillis(1));
    soon(() -> assertThat(candidateOf(wamid)).isNotNull());
    workedOff();
  }

  @Test
  void a_delivery_on_lease_is_nobody_elses() {
    Delivery mine = deliveries.store("whatsapp", "{}".getBytes(), Duration.ofMinutes(1));
    assertThat(deliveries.claim(100, Duration.ofSeconds(1), Set.of()))
        .extracting(Delivery::id)
        .doesNotContain(mine.id());
    relay.workOff(mine);
  }

  @Test
  void a_delivery_that_is_never_finished_ends_in_quarantine() {
    Delivery doomed = deliveries.store("whatsapp", "{}".getBytes(), Duration.ofMinutes(1));
    relay.workOff(new Delivery(doomed.id(), "whatsapp", doomed.body(), doomed.receivedAt(), 21));
    assertThat(row("select item, reason from quarantine where delivery_id = ?", doomed.id()))
        .containsEntry("item", "")
        .containsEntry("reason", "failing");
    workedOff();
  }

  @Test
  @SuppressWarnings("unchecked")
  void a_thousand_updates_of_five_people_are_all_recorded_in_order() {
    List<String> phones = IntStream.range(0, 5).mapToObj(n -> newPhone()).toList();
    List<Map<String, Object>> batch = new ArrayList<>();
    String first = newWamid();
    for (int n = 0; n < 1_000; n++) {
      batch.add(text(phones.get(n % 5), n == 0 ? first : newWamid(), AT + n, "mensagem " + n));
    }
    delivered(messages(batch.toArray(Map[]::new)));
    UUID delivery =
        jdbc.sql("select delivery_id from message where wamid = ?")
            .param(first)
            .query(UUID.class)
            .single();
    assertThat(count("select count(*) from message where delivery_id = ?", delivery))
        .isEqualTo(1_000);
    UUID candidate = candidateOf(first);
    assertThat(count("select max(seq) from message where candidate_id = ?", candidate))
        .isEqualTo(200);
    // Nobody takes them in: the journey is told of twenty, the rest waits.
    soon(() -> assertThat(journeys.heardOf(candidate)).hasSizeGreaterThanOrEqualTo(20));
    assertThat(journeys.heardOf(candidate)).extracting(m -> m.seq()).allMatch(seq -> seq <= 20);
  }

  private static void atOnce(int times, java.util.function.IntConsumer act) {
    try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
      CompletableFuture.allOf(
              IntStream.range(0, times)
                  .mapToObj(n -> CompletableFuture.runAsync(() -> act.accept(n), threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    }
  }
}
