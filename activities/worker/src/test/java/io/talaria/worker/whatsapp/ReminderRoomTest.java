package io.talaria.worker.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.talaria.journal.send.Beginning;
import io.talaria.journal.send.CallOutcome;
import io.talaria.journal.send.Intents;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.WorkerSettings;
import io.talaria.worker.World;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A reminder keeps to its number's rate, and lets whoever else has something to say go first. */
class ReminderRoomTest extends World {
  private static final double ONE_IN_THREE_HOURS = 0.0001;

  @Autowired Intents intents;
  @Autowired GraphClient graph;
  @Autowired WhatsAppSettings settings;
  @Autowired ReadReceipts receipts;

  private final SpareRate room = new SpareRate(number -> ONE_IN_THREE_HOURS);

  @BeforeEach
  void whatsAppAccepts() {
    GRAPH.answers(request -> accepted());
  }

  @AfterEach
  void liftAll() {
    jdbc.sql("delete from number_hold").update();
  }

  @Test
  void it_leaves_at_once_while_its_number_has_room_and_waits_without_a_call_else() {
    WhatsAppChannel channel = channel(room, throttle());

    assertThat(channel.deliver(reminder(ana())).outcome()).isEqualTo(Outcome.SENT);

    Delivery waits = reminder(ana());
    assertThat(channel.deliver(waits).outcome()).isEqualTo(Outcome.DEFERRED);
    assertThat(GRAPH.got(waits.key())).isEmpty();
    assertThat(channel.deliver(reply(ana(), "Olá")).outcome()).isEqualTo(Outcome.SENT);
    assertThat(channel.send(reply(ana(), "Olá")).outcome()).isEqualTo(Outcome.SENT);
  }

  @Test
  void on_the_queue_it_rests_until_there_is_room_and_writes_once_that_it_waits() {
    room.took(NUMBER);
    Delivery waits = reminder(ana());

    assertThat(rests(waits).getNextRetryDelay())
        .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(2));
    String written = row(waits, "xmin::text");
    rests(waits);

    assertThat(row(waits, "state")).as("people see what waits").isEqualTo("QUEUED");
    assertThat(row(waits, "xmin::text")).isEqualTo(written);
    assertThat(GRAPH.got(waits.key())).isEmpty();
    var free = new SpareRate(number -> ONE_IN_THREE_HOURS);
    assertThat(channel(free, throttle()).send(waits).outcome()).isEqualTo(Outcome.SENT);
  }

  @Test
  void its_journey_hears_that_the_number_is_held_also_when_there_is_no_room() {
    hold();
    room.took(NUMBER);

    ApplicationFailure held = rests(reminder(ana()));

    assertThat(held.getDetails().get(String.class)).isEqualTo("ACCOUNT");
    assertThat(held.getNextRetryDelay()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void while_its_number_rests_it_takes_no_room() {
    Throttle resting = throttle();
    resting.heard(NUMBER, new CallOutcome.Refused(130429, "THROTTLE", null, true));
    Delivery reminder = reminder(ana());

    assertThat(channel(room, resting).deliver(reminder).outcome()).isEqualTo(Outcome.DEFERRED);

    assertThat(channel(room, throttle()).deliver(reminder).outcome()).isEqualTo(Outcome.SENT);
  }

  private ApplicationFailure rests(Delivery reminder) {
    return catchThrowableOfType(
        ApplicationFailure.class, () -> channel(room, throttle()).send(reminder));
  }

  private void hold() {
    Delivery first = reply(ana(), "Primeira");
    assertThat(intents.begin(first, Duration.ofSeconds(5), false))
        .isInstanceOf(Beginning.Call.class);
    intents.finish(first, new CallOutcome.Refused(190, "ACCOUNT", "no", true));
  }

  private String row(Delivery delivery, String column) {
    return column(
        String.class, "select " + column + " from send_intent where key = :id", delivery.key());
  }

  private Delivery reminder(Ana ana) {
    return delivery(ana, "nudge:" + ana.message() + ":1/0", Author.BOT, 0, "Oi?", null);
  }

  private WhatsAppChannel channel(SpareRate spare, Throttle throttle) {
    return new WhatsAppChannel(
        intents,
        graph,
        settings,
        receipts,
        throttle,
        spare,
        new WorkerSettings(64, 8, 10, Duration.ofSeconds(30), Duration.ofSeconds(2)));
  }

  private static Throttle throttle() {
    return new Throttle(Duration.ofSeconds(2), InstantSource.system());
  }

  private static Answer accepted() {
    return Answer.of(200, "{\"messages\":[{\"id\":\"wamid.%s\"}]}".formatted(UUID.randomUUID()));
  }
}
