package io.talaria.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talaria.gateway.GatewayApplication;
import io.talaria.gateway.Journeys;
import io.talaria.gateway.door.FakeDoor;
import io.talaria.journal.TestDatabase;
import io.talaria.journal.inbox.Deliveries;
import io.talaria.journal.inbox.Delivery;
import io.talaria.journal.journey.JourneyWrites;
import io.talaria.journey.MessageReceived;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * However WhatsApp delivers what it has to tell (late, again, in other batches, to two gateways at
 * once), the journal holds the same afterwards. Everything runs through the relay on a real
 * database; sweepers are off, so that what a sweeper would mend shows.
 */
class DeliverySetPropertiesTest {
  private static ConfigurableApplicationContext gateway;
  private static ExecutorService gateways;

  private final JdbcClient jdbc = gateway.getBean(JdbcClient.class);
  private final Deliveries deliveries = gateway.getBean(Deliveries.class);
  private final Relay relay = gateway.getBean(Relay.class);
  private final FakeDoor journeys = gateway.getBean(FakeDoor.class);
  private final JourneyWrites writes = gateway.getBean(JourneyWrites.class);

  @BeforeContainer
  static void start() {
    gateways = Executors.newFixedThreadPool(2);
    gateway =
        new SpringApplicationBuilder(GatewayApplication.class, Journeys.class)
            .run(
                "--server.port=0",
                "--spring.datasource.url=" + TestDatabase.newUrl(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--talaria.whatsapp.app-secret=test-app-secret",
                "--talaria.whatsapp.verify-token=a-token",
                "--talaria.whatsapp.numbers[0].phone-number-id=106540352242922",
                "--talaria.whatsapp.numbers[0].definition=tech-hiring",
                "--talaria.gateway.sweep-every=1h");
    gateway
        .getBean(JdbcClient.class)
        .sql(
            """
            insert into definition_version (account_id, name, plan, text_revision, yaml, plan_hash, text_hash)
            values ('00000000-0000-0000-0000-000000000001', 'tech-hiring', 1, 0, '-', '-', '-')
            """)
        .update();
  }

  @AfterContainer
  static void stop() {
    gateway.close();
    gateways.shutdown();
  }

  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
  void any_way_of_delivering_the_same_gives_the_same_journal(
      @ForAll("tellings") List<Told> told,
      @ForAll @IntRange(min = 1, max = 5) int batch,
      @ForAll Random chance) {
    var plain = new Ground(jdbc);
    Told.batches(told, 1).forEach(items -> relay.workOff(stored(items, plain)));

    var wild = new Ground(jdbc);
    List<Told> again = new ArrayList<>(told);
    told.stream().filter(item -> chance.nextInt(3) == 0).forEach(again::add);
    Collections.shuffle(again, chance);
    toTwoGateways(Told.batches(again, batch), wild, chance);

    Map<String, Object> journal = wild.journal();
    assertThat(journal).isEqualTo(plain.journal());
    eachIsHeardOnceAndInOrder(wild);

    // What was taken in stays taken in, whatever is delivered once more.
    for (int who = 0; who < Ground.PEOPLE; who++) {
      wild.candidate(who).ifPresent(candidate -> wild.takeIn(candidate, writes));
    }
    toTwoGateways(Told.batches(again, batch), wild, chance);
    assertThat(wild.journal()).isEqualTo(journal);
    for (int who = 0; who < Ground.PEOPLE; who++) {
      wild.candidate(who).ifPresent(id -> assertThat(wild.untaken(id)).isEmpty());
    }
    eachIsHeardOnceAndInOrder(wild);
  }

  @Property(tries = 15, shrinking = ShrinkingMode.BOUNDED)
  void what_nobody_can_understand_holds_up_nothing_wherever_it_stands(
      @ForAll("tellings") List<Told> told,
      @ForAll @IntRange(min = 1, max = 5) int batch,
      @ForAll Random chance) {
    var plain = new Ground(jdbc);
    Told.batches(told, 1).forEach(items -> relay.workOff(stored(items, plain)));

    var wild = new Ground(jdbc);
    List<Told> spoilt = new ArrayList<>(told);
    for (int n = 0; n < 3; n++) {
      spoilt.add(chance.nextInt(spoilt.size() + 1), new Told.Nameless(0, n));
    }
    List<Delivery> stored =
        Told.batches(spoilt, batch).stream().map(items -> stored(items, wild)).toList();
    stored.forEach(relay::workOff);

    assertThat(wild.journal()).isEqualTo(plain.journal());
    assertThat(
            jdbc.sql("select count(*) from quarantine where delivery_id = any(:ids)")
                .param("ids", stored.stream().map(Delivery::id).toArray(UUID[]::new))
                .query(Long.class)
                .single())
        .isEqualTo(3);
  }

  private Delivery stored(List<Told> items, Ground ground) {
    byte[] body = Told.body(items, ground).getBytes(StandardCharsets.UTF_8);
    return deliveries.store("whatsapp", body, Duration.ofMinutes(5));
  }

  /** Each takes its share; now and then both take one, as after a lease that ran out. */
  private void toTwoGateways(List<List<Told>> batches, Ground ground, Random chance) {
    var work = new ArrayList<CompletableFuture<Void>>();
    for (List<Told> batch : batches) {
      Delivery delivery = stored(batch, ground);
      for (int n = chance.nextInt(4) == 0 ? 2 : 1; n > 0; n--) {
        work.add(CompletableFuture.runAsync(() -> relay.workOff(delivery), gateways));
      }
    }
    CompletableFuture.allOf(work.toArray(CompletableFuture[]::new)).join();
  }

  private void eachIsHeardOnceAndInOrder(Ground ground) {
    for (int who = 0; who < Ground.PEOPLE; who++) {
      ground
          .candidate(who)
          .ifPresent(
              candidate -> {
                long last =
                    jdbc.sql("select count(*) from message where candidate_id = ?")
                        .param(candidate)
                        .query(Long.class)
                        .single();
                await()
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(5))
                    .untilAsserted(
                        () ->
                            assertThat(journeys.heardOf(candidate))
                                .extracting(MessageReceived::seq)
                                .containsExactlyElementsOf(
                                    LongStream.rangeClosed(1, last).boxed().toList()));
              });
    }
  }

  private static List<Told> byTime(Set<Told> told) {
    return told.stream().sorted(Comparator.comparingInt(Told::second)).toList();
  }

  /** In the order of WhatsApp's times, each once. */
  @Provide
  Arbitrary<List<Told>> tellings() {
    Arbitrary<Told> said =
        Combinators.combine(
                Arbitraries.integers().between(0, Ground.PEOPLE - 1),
                Arbitraries.integers().between(1, 5))
            .as((who, n) -> new Told.Said(who, n, n));
    Arbitrary<Told> ticked =
        Combinators.combine(
                Arbitraries.integers().between(0, Ground.SENDS - 1),
                Arbitraries.of("sent", "delivered", "read", "failed"),
                Arbitraries.of("", "service", "utility"))
            .as((send, tick, priced) -> new Told.Ticked(send, tick, priced, 10 + tick.length()));
    return Arbitraries.oneOf(said, ticked)
        .set()
        .ofMinSize(1)
        .ofMaxSize(14)
        .map(DeliverySetPropertiesTest::byTime);
  }
}
