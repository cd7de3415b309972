package io.talaria.journey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.JourneyState.Inbox;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ArrivalsPropertiesTest {
  private static final List<MessageReceived> SENT =
      LongStream.rangeClosed(1, 30).mapToObj(ArrivalsPropertiesTest::message).toList();

  private static MessageReceived message(long seq) {
    return new MessageReceived(
        new UUID(0, seq), seq, Instant.EPOCH, Kind.TEXT, "m" + seq, null, "n");
  }

  /** Every message at least once, in any order, some of them again. */
  @Provide
  Arbitrary<List<MessageReceived>> deliveries() {
    return Arbitraries.of(SENT)
        .list()
        .ofMaxSize(20)
        .flatMap(
            again -> {
              var all = new java.util.ArrayList<>(SENT);
              all.addAll(again);
              return Arbitraries.shuffle(all);
            });
  }

  @Property(tries = 300)
  void any_order_and_any_duplicates_give_the_same_inbox(
      @ForAll("deliveries") List<MessageReceived> deliveries) {
    Inbox inbox = Arrivals.NOTHING;
    for (MessageReceived message : deliveries) {
      inbox = Arrivals.admit(inbox, message);
    }
    assertThat(inbox.open()).isEqualTo(SENT);
  }

  @Property(tries = 100)
  void what_was_seen_stays_seen_however_much_comes(
      @ForAll("deliveries") List<MessageReceived> all) {
    Inbox inbox = Arrivals.NOTHING;
    for (MessageReceived message : all) {
      inbox = Arrivals.admit(inbox, message);
    }
    for (long seq = 31; seq < 500; seq++) {
      inbox = Arrivals.admit(inbox, message(seq));
    }
    Inbox full = inbox;
    assertThat(SENT).allMatch(message -> Arrivals.seen(full, message));
    assertThat(full.above()).hasSizeLessThanOrEqualTo(200);
  }
}
