package io.talaria.journal.inbox;

import static java.lang.Boolean.TRUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.inbox.StatusReport.Failure;
import io.talaria.journal.inbox.StatusReport.Price;
import io.talaria.journal.inbox.StatusReport.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SendFactsPropertiesTest {
  @Property
  void any_order_and_any_repetition_of_statuses_ends_the_same(
      @ForAll("reports") List<StatusReport> reports, @ForAll Random chance) {
    List<StatusReport> shuffled = new ArrayList<>(reports);
    reports.stream().filter(report -> chance.nextBoolean()).forEach(shuffled::add);
    Collections.shuffle(shuffled, chance);

    assertThat(merged(shuffled)).isEqualTo(merged(reports));
    for (SendState state : SendState.values()) {
      assertThat(settledOneByOne(state, shuffled)).isEqualTo(settledOneByOne(state, reports));
    }
  }

  @Property
  void what_arrived_is_sent_and_what_only_failed_has_failed(
      @ForAll("reports") List<StatusReport> reports) {
    SendState state = merged(reports).state(SendState.UNCERTAIN, false);
    boolean arrived = reports.stream().anyMatch(r -> r.tick().compareTo(Tick.FAILED) > 0);
    boolean failed = reports.stream().anyMatch(r -> r.tick() == Tick.FAILED);
    assertThat(state)
        .isEqualTo(
            arrived
                ? SendState.SENT
                : failed
                    ? SendState.FAILED
                    : reports.isEmpty() ? SendState.UNCERTAIN : SendState.SENT);
  }

  @Property
  void while_the_call_may_be_under_way_its_sender_has_the_word(
      @ForAll("reports") List<StatusReport> reports) {
    assertThat(merged(reports).state(SendState.SENDING, true)).isEqualTo(SendState.SENDING);
  }

  @Property
  void what_is_charged_is_never_forgotten_for_what_is_free(
      @ForAll("reports") List<StatusReport> reports) {
    Price kept = merged(reports).price();
    boolean charged =
        reports.stream().anyMatch(r -> r.price() != null && TRUE.equals(r.price().billable()));
    assertThat(kept != null && TRUE.equals(kept.billable())).isEqualTo(charged);
  }

  /** As the journal does it: the state follows after each report. */
  private static SendState settledOneByOne(SendState from, List<StatusReport> reports) {
    SendFacts facts = SendFacts.NONE;
    SendState state = from;
    for (StatusReport report : reports) {
      facts = facts.with(report);
      state = facts.state(state, false);
    }
    return state;
  }

  private static SendFacts merged(List<StatusReport> reports) {
    SendFacts facts = SendFacts.NONE;
    for (StatusReport report : reports) {
      facts = facts.with(report);
    }
    return facts;
  }

  @Provide
  Arbitrary<List<StatusReport>> reports() {
    Arbitrary<Price> price =
        Combinators.combine(
                Arbitraries.of(true, false).injectNull(0.2),
                Arbitraries.of("service", "utility", "marketing").injectNull(0.2),
                Arbitraries.of("regular", "free_customer_service").injectNull(0.2))
            .as((billable, category, type) -> new Price(billable, category, "PMP", type));
    Arbitrary<StatusReport> report =
        Combinators.combine(
                Arbitraries.of(Tick.values()),
                Arbitraries.longs().between(1, 100),
                Arbitraries.of(131026, 131047, 131049),
                price.injectNull(0.5))
            .as(
                (tick, second, code, told) ->
                    new StatusReport(
                        "wamid.1",
                        tick,
                        Instant.ofEpochSecond(second),
                        null,
                        tick == Tick.FAILED ? new Failure(code, "sentence " + code) : null,
                        told));
    return report.list().ofMaxSize(8);
  }
}
