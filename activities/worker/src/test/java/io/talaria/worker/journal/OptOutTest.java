package io.talaria.worker.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState.End;
import io.talaria.port.Channel;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Delivery.Claim;
import io.talaria.port.Journal;
import io.talaria.port.JourneyEvent.CandidateOptedOut;
import io.talaria.port.JourneyEvent.OptOutRevoked;
import io.talaria.port.TurnKey;
import io.talaria.worker.FakeHttp.Answer;
import io.talaria.worker.World;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody writes unasked to somebody who said stop, whichever journey would. */
class OptOutTest extends World {
  @Autowired Channel channel;
  @Autowired Journal journal;

  @BeforeEach
  void whatsAppAccepts() {
    GRAPH.answers(
        request ->
            Answer.of(200, "{\"messages\":[{\"id\":\"wamid.%s\"}]}".formatted(UUID.randomUUID())));
  }

  private void saysStop(Ana ana) {
    journal.record(
        write(
            ana,
            state(ana, 1),
            new CandidateOptedOut("stop:" + ana.message(), Instant.now(), ana.message())));
  }

  private Delivery unasked(Ana ana) {
    String turn = TurnKey.ofNudge("key", 1);
    String own = turn + ana.candidate();
    Claim claim = new Claim(own, List.of(), proposal(ana, "Ainda aí?"));
    return delivery(
        ana, TurnKey.bubble(own, 0), Author.BOT, ana.journey().epoch(), "Ainda aí?", claim);
  }

  private long standing(Ana ana) {
    return column(
        Long.class,
        "select count(*) from opt_out where candidate_id = :id and revoked_at is null",
        ana.candidate());
  }

  @Test
  void what_nobody_asked_for_is_refused_in_the_journal_and_never_called() {
    Ana ana = ana();
    saysStop(ana);

    Delivered delivered = channel.deliver(unasked(ana));

    assertThat(delivered.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(delivered.treatment()).isEqualTo("OPTED_OUT");
    assertThat(GRAPH.got(unasked(ana).key())).isEmpty();
    assertThat(intent(unasked(ana).key())).isEqualTo("REJECTED");
    assertThat(channel.deliver(unasked(ana)).outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void the_confirmation_of_the_stop_goes_out_since_the_candidate_asked_for_it() {
    Ana ana = ana();
    saysStop(ana);
    assertThat(channel.deliver(reply(ana, "Não escrevo mais")).outcome()).isEqualTo(Outcome.SENT);
  }

  @Test
  void whoever_writes_again_may_be_written_to_and_both_are_kept() {
    Ana ana = ana();
    saysStop(ana);
    UUID again = says(ana.candidate(), "mudei de ideia");
    journal.record(
        write(ana, state(ana, 2), new OptOutRevoked("again:" + again, Instant.now(), again)));

    assertThat(standing(ana)).isZero();
    assertThat(
            column(
                String.class,
                "select revoked_by from opt_out where candidate_id = :id",
                ana.candidate()))
        .isEqualTo("WROTE_AGAIN");
    assertThat(channel.deliver(unasked(ana)).outcome()).isEqualTo(Outcome.SENT);
  }

  @Test
  void a_new_journey_begins_as_anybodys_does() {
    Ana ana = ana();
    saysStop(ana);
    journal.record(write(ana, state(ana, 2).withEnd(new End(Ending.OPTED_OUT, Instant.now()))));
    assertThat(standing(ana)).isEqualTo(1);

    UUID again = says(ana.candidate(), "oi");
    Journal.Opened opened =
        journal.open(
            new Journal.Open(
                ACCOUNT,
                ana.candidate(),
                "tech-hiring",
                NUMBER,
                "BR",
                UUID.randomUUID().toString(),
                List.of(again),
                null));

    assertThat(opened.opened()).isTrue();
    assertThat(standing(ana)).isZero();
  }
}
