package io.talaria.worker.interview;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.interview.Bookings;
import io.talaria.journal.journey.JourneyWrites;
import io.talaria.journal.send.Beginning;
import io.talaria.journal.send.Intents;
import io.talaria.journal.send.ShownChoices;
import io.talaria.journal.send.Turns;
import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.End;
import io.talaria.journey.JourneyState.Talk;
import io.talaria.port.Channel;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Kept;
import io.talaria.port.Outbound;
import io.talaria.port.Outbound.Choice;
import io.talaria.port.TurnKey;
import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BookingTest extends World {
  private static final AtomicInteger HOURS = new AtomicInteger();

  @Autowired Channel channel;
  @Autowired Intents intents;
  @Autowired Bookings bookings;
  @Autowired Turns turns;
  @Autowired ShownChoices shown;
  @Autowired JourneyWrites writes;

  /** A time of its own for each test. */
  private final Instant time =
      now().plus(Duration.ofDays(30)).plus(Duration.ofHours(HOURS.incrementAndGet()));

  @BeforeEach
  void whatsAppAccepts() {
    GRAPH.answers(
        request ->
            Answer.of(200, "{\"messages\":[{\"id\":\"wamid.%s\"}]}".formatted(UUID.randomUUID())));
  }

  @Test
  void of_two_who_want_the_last_place_at_the_same_moment_exactly_one_gets_it() throws Exception {
    for (int round = 0; round < 10; round++) {
      Instant wanted = time.plusSeconds(60L * round);
      Ana one = ana();
      Ana other = ana();
      var together = new CyclicBarrier(2);

      var first = begins(one, wanted, 1, together);
      var second = begins(other, wanted, 1, together);

      List<Beginning> both = List.of(first.get(), second.get());
      assertThat(both).filteredOn(Beginning.Call.class::isInstance).hasSize(1);
      assertThat(both)
          .filteredOn(Beginning.Answer.class::isInstance)
          .singleElement()
          .isInstanceOfSatisfying(
              Beginning.Answer.class,
              lost -> assertThat(lost.delivered().outcome()).isEqualTo(Outcome.GONE));
      assertThat(taken(wanted)).isEqualTo(1);
    }
  }

  @Test
  void a_time_has_as_many_places_as_its_capacity() throws Exception {
    var together = new CyclicBarrier(5);
    var all = new ArrayList<CompletableFuture<Beginning>>();
    for (int i = 0; i < 5; i++) {
      all.add(begins(ana(), time, 3, together));
    }
    int got = 0;
    for (CompletableFuture<Beginning> one : all) {
      got += one.get() instanceof Beginning.Call ? 1 : 0;
    }
    assertThat(got).isEqualTo(3);
    assertThat(taken(time)).isEqualTo(3);
  }

  @Test
  void who_lost_it_has_claimed_nothing_and_is_answered_anew_under_the_same_key() {
    Ana one = ana();
    Ana other = ana();
    channel.deliver(booking(one, time, 1));

    Delivered lost = channel.deliver(booking(other, time, 1));

    assertThat(lost.outcome()).isEqualTo(Outcome.GONE);
    assertThat(turns.claimed(other.candidate(), TurnKey.ofMessage(other.message()))).isEmpty();
    assertThat(GRAPH.got(booking(other, time, 1).key())).isEmpty();
    assertThat(channel.deliver(reply(other, "Sinto muito")).outcome()).isEqualTo(Outcome.SENT);
  }

  @Test
  void the_same_delivery_again_books_nothing_more() {
    Ana one = ana();
    Delivery booking = booking(one, time, 2);
    Delivered first = channel.deliver(booking);

    assertThat(channel.deliver(booking)).isEqualTo(first);
    assertThat(taken(time)).isEqualTo(1);
  }

  @Test
  void a_booking_waits_with_its_reply_on_the_governed_queue() {
    Ana one = ana();
    intents.queue(booking(one, time, 1));
    assertThat(taken(time)).isEqualTo(1);

    assertThat(channel.deliver(booking(ana(), time, 1)).outcome()).isEqualTo(Outcome.GONE);
    assertThat(channel.send(booking(one, time, 1)).outcome()).isEqualTo(Outcome.SENT);
    assertThat(taken(time)).isEqualTo(1);
  }

  @Test
  void another_time_releases_the_old_one() {
    Ana one = ana();
    channel.deliver(booking(one, time, 1));

    writes.write(write(one, answered(one, 2, Map.of("talk", ""))));

    assertThat(taken(time)).isZero();
    assertThat(channel.deliver(booking(ana(), time, 1)).outcome()).isEqualTo(Outcome.SENT);
  }

  @Test
  void whatever_ends_the_journey_releases_what_is_still_to_come() {
    for (Ending ending : List.of(Ending.DROPPED, Ending.OPTED_OUT, Ending.REJECTED)) {
      Instant wanted = time.plusSeconds(60L * ending.ordinal());
      Ana one = ana();
      channel.deliver(booking(one, wanted, 1));
      assertThat(taken(wanted)).isEqualTo(1);

      writes.write(
          write(
              one,
              answered(one, 2, Map.of("talk", wanted.toString())).withEnd(new End(ending, now()))));

      assertThat(taken(wanted)).isZero();
    }
  }

  @Test
  void other_writes_of_the_journey_keep_it() {
    Ana one = ana();
    channel.deliver(booking(one, time, 1));

    writes.write(write(one, answered(one, 2, Map.of("talk", time.toString(), "role", "data"))));

    assertThat(taken(time)).isEqualTo(1);
  }

  @Test
  void a_reply_that_was_not_said_holds_no_time_once_its_message_is_answered_otherwise() {
    Ana one = ana();
    intents.begin(booking(one, time, 1), Duration.ofSeconds(5), true);
    assertThat(taken(time)).isEqualTo(1);

    // when a person answered instead
    writes.write(write(one, answered(one, 1, Map.of())));

    assertThat(taken(time)).isZero();
  }

  @Test
  void a_claimed_turn_whose_time_went_to_somebody_else_is_refused_and_tells_so() {
    Ana one = ana();
    intents.queue(booking(one, time, 1));
    writes.write(write(one, answered(one, 1, Map.of())));
    channel.deliver(booking(ana(), time, 1));

    Delivered refused = channel.send(booking(one, time, 1));

    assertThat(refused.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(refused.reason()).isEqualTo("send.refused.time_taken");
  }

  @Test
  void the_choices_shown_last_are_found_in_what_left() {
    Ana one = ana();
    assertThat(shown.last(one.candidate(), one.journey().journeyId(), "talk:")).isEmpty();
    channel.deliver(booking(one, time, 1));

    assertThat(shown.last(one.candidate(), one.journey().journeyId(), "talk:"))
        .extracting(Choice::id)
        .containsExactly("talk:another");
    assertThat(shown.last(one.candidate(), one.journey().journeyId(), "other:")).isEmpty();
  }

  private CompletableFuture<Beginning> begins(
      Ana ana, Instant wanted, int capacity, CyclicBarrier together) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            together.await();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          return intents.begin(booking(ana, wanted, capacity), Duration.ofSeconds(5), true);
        },
        task -> Thread.ofPlatform().start(task));
  }

  /** The reply that confirms this time. */
  private Delivery booking(Ana ana, Instant at, int capacity) {
    Map<String, String> answers = Map.of("talk", at.toString());
    return keeping(
        ana,
        new Outbound.Buttons("Combinado", List.of(new Choice("talk:another", "Outro horário"))),
        answers,
        new Kept.Booked("tech-hiring", "talk", at, capacity),
        answered(ana, 1, answers));
  }

  private JourneyState answered(Ana ana, long revision, Map<String, String> answers) {
    JourneyState state = state(ana, revision);
    Talk talk = state.talk();
    return state.withTalk(new Talk(talk.language(), talk.stage(), talk.step(), 0, answers, true));
  }

  /** How many have this time, for somebody else. */
  private int taken(Instant at) {
    return bookings
        .taken(ACCOUNT, "tech-hiring", "talk", UUID.randomUUID(), at)
        .getOrDefault(at, 0);
  }
}
