package io.talaria.dev.storm.check;

import static io.talaria.dev.storm.check.Seen.ANA;
import static io.talaria.dev.storm.check.Seen.OI;
import static io.talaria.dev.storm.check.Seen.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.storm.check.Evidence.What;
import io.talaria.dev.storm.check.JournalView.Turn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A message that is answered twice, or not at all, is seen. */
class AnsweredOnceTest {
  private final Seen seen = new Seen();

  @Test
  void a_message_in_two_turns() {
    seen.turns.add(new Turn("msg:other", ANA, List.of(OI), 1));
    seen.assertViolated(new AnsweredOnce(), "is in two turns");
  }

  @Test
  void a_message_in_no_turn_while_only_the_bot_spoke() {
    seen.withoutPerson().turns.clear();
    seen.assertViolated(new AnsweredOnce(), "is in no turn");
  }

  @Test
  void a_reply_of_which_a_bubble_never_left() {
    seen.withoutPerson().turns.set(0, new Turn("msg:" + OI, ANA, List.of(OI), 2));
    seen.assertViolated(new AnsweredOnce(), "bubble 2 of 2 was never accepted");
  }

  @Test
  void the_rest_of_a_reply_may_wait_for_a_send_of_which_nobody_knows() {
    seen.withoutPerson().turns.set(0, new Turn("msg:" + OI, ANA, List.of(OI), 3));
    seen.intents.add(Seen.intent("msg:" + OI + "/1", "UNCERTAIN", null, null));
    assertThat(new AnsweredOnce().violations(seen.evidence())).isEmpty();
  }

  @Test
  void words_beside_the_bot_answer_nothing() {
    // given a candidate to whom a person wrote while the bot kept the journey
    seen.withoutPerson()
        .asked
        .add(Seen.asked(REQUEST, "Bruna", What.PROACTIVE, "Aqui é Bruna", "SENT"));
    seen.events.add(Seen.event("OperatorMessage", REQUEST, Map.of("proactive", "true")));
    seen.turns.clear();

    // then the bot still owes the answer
    seen.assertViolated(new AnsweredOnce(), "is in no turn");
  }

  @Test
  void a_message_in_no_turn_may_be_a_persons() {
    seen.turns.clear();
    assertThat(new AnsweredOnce().violations(seen.evidence())).isEmpty();
  }
}
