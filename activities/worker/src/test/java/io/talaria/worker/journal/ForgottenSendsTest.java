package io.talaria.worker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.send.ForgottenSends;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Outgoing;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Turn;
import io.talaria.port.TurnKey;
import io.talaria.worker.FakeHttp.Answer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a lost step left waiting, and nobody asked for again. */
class ForgottenSendsTest extends JournalWorld {
  @Autowired ForgottenSends forgotten;

  @Test
  void words_that_no_run_knows_are_shown_as_not_sent_and_hold_up_nothing() {
    Ana ana = ana();
    Delivery words = deferred(ana, UUID.randomUUID());
    knows(ana, Outgoing.NOTHING);
    looksTwice();
    assertThat(intent(words.key())).isEqualTo("QUEUED");

    minutesLater(words);
    looksTwice();

    assertThat(intent(words.key())).isEqualTo("REJECTED");
    accepts();
    assertThat(channel.deliver(words(ana, "e agora?")).outcome()).isEqualTo(Outcome.SENT);
    // Whoever asks again after all sends them.
    assertThat(channel.deliver(words).outcome()).isEqualTo(Outcome.SENT);
  }

  @Test
  void words_that_wait_in_their_journey_go_on_waiting() {
    Ana ana = ana();
    UUID request = UUID.randomUUID();
    Delivery words = deferred(ana, request);
    var waiting =
        new Outgoing.Words(request, operator("Rita"), words.content(), null, 0, false, false);
    knows(ana, Outgoing.NOTHING.with(List.of(waiting)));
    minutesLater(words);

    looksTwice();

    assertThat(intent(words.key())).isEqualTo("QUEUED");
  }

  @Test
  void what_a_lost_step_had_the_bot_say_is_not_said_when_it_is_decided_otherwise() {
    Ana ana = ana();
    Delivery lost = deferred(resumed(ana));

    // when the step that is done again answers the candidate instead
    accepts();
    Delivery reply = reply(ana, "Olá");
    channel.deliver(reply);

    assertThat(intent(lost.key())).isEqualTo("REJECTED");
    assertThat(channel.deliver(reply).outcome()).isEqualTo(Outcome.SENT);
    assertThat(intent(reply.key())).isEqualTo("SENT");
  }

  @Test
  void what_no_run_has_the_bot_say_is_over_although_nothing_follows() {
    Ana ana = ana();
    Delivery lost = deferred(resumed(ana));
    knows(ana, Outgoing.NOTHING);
    minutesLater(lost);

    looksTwice();

    assertThat(intent(lost.key())).isEqualTo("REJECTED");
  }

  @Test
  void what_a_step_queued_is_left_the_time_to_be_recorded() {
    Ana ana = ana();
    Delivery waits = deferred(resumed(ana));
    knows(ana, Outgoing.NOTHING);
    minutesLater(waits);
    forgotten.settle();
    assertThat(intent(waits.key())).isEqualTo("QUEUED");
  }

  @Test
  void what_a_run_has_the_bot_say_goes_on_waiting() {
    Ana ana = ana();
    Delivery waits = deferred(resumed(ana));
    Delivery.Claim claim = waits.claim();
    knows(
        ana,
        Outgoing.NOTHING.with(
            new Outgoing.Saying(claim.key(), Turn.Reason.RESUME, claim.proposal(), 0, null)));
    minutesLater(waits);

    looksTwice();

    assertThat(intent(waits.key())).isEqualTo("QUEUED");
  }

  /** The bot's question after a hand-back. */
  private Delivery resumed(Ana ana) {
    String turn = TurnKey.ofResume(UUID.randomUUID());
    var claim = new Delivery.Claim(turn, List.of(), proposal(ana, "Continuamos?"), null);
    return delivery(
        ana,
        TurnKey.bubble(turn, 0),
        Delivery.Author.BOT,
        ana.journey().epoch(),
        "Continuamos?",
        claim);
  }

  private Delivery deferred(Ana ana, UUID request) {
    return deferred(words(ana, request, "bom dia"));
  }

  private Delivery deferred(Delivery delivery) {
    GRAPH.answers(ignored -> Answer.of(429, "{\"error\":{\"code\":130429}}"));
    assertThat(channel.deliver(delivery).outcome()).isEqualTo(Outcome.DEFERRED);
    return delivery;
  }

  private void knows(Ana ana, Outgoing outgoing) {
    JourneyState state = state(ana, 1).withOutgoing(outgoing);
    journal.record(write(ana, state));
  }

  private void looksTwice() {
    forgotten.settle();
    forgotten.settle();
  }

  private void minutesLater(Delivery send) {
    jdbc.sql("update send_intent set created_at = now() - interval '11 minutes' where key = :key")
        .param("key", send.key())
        .update();
  }

  private static void accepts() {
    GRAPH.answers(
        request ->
            Answer.of(200, "{\"messages\":[{\"id\":\"wamid.%s\"}]}".formatted(UUID.randomUUID())));
  }
}
