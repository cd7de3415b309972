package io.talaria.worker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.send.ForgottenWords;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Outgoing;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.worker.FakeHttp.Answer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person's words whose step was lost, and whose caller never asked again. */
class ForgottenWordsTest extends JournalWorld {
  @Autowired ForgottenWords forgotten;

  @Test
  void words_that_no_run_knows_are_shown_as_not_sent_and_hold_up_nothing() {
    Ana ana = ana();
    Delivery words = deferred(ana, UUID.randomUUID());
    knows(ana, Outgoing.NOTHING);
    forgotten.settle();
    assertThat(intent(words.key())).isEqualTo("QUEUED");

    minutesLater(words);
    forgotten.settle();

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

    forgotten.settle();

    assertThat(intent(words.key())).isEqualTo("QUEUED");
  }

  private Delivery deferred(Ana ana, UUID request) {
    GRAPH.answers(ignored -> Answer.of(429, "{\"error\":{\"code\":130429}}"));
    Delivery words = words(ana, request, "bom dia");
    assertThat(channel.deliver(words).outcome()).isEqualTo(Outcome.DEFERRED);
    return words;
  }

  private void knows(Ana ana, Outgoing outgoing) {
    JourneyState state = state(ana, 1).withOutgoing(outgoing);
    journal.record(write(ana, state));
  }

  private void minutesLater(Delivery words) {
    jdbc.sql("update send_intent set created_at = now() - interval '11 minutes' where key = :key")
        .param("key", words.key())
        .update();
  }

  private static void accepts() {
    GRAPH.answers(
        request ->
            Answer.of(200, "{\"messages\":[{\"id\":\"wamid.%s\"}]}".formatted(UUID.randomUUID())));
  }
}
