package io.talaria.dev.storm.check;

import static io.talaria.dev.storm.check.Seen.ANA;
import static io.talaria.dev.storm.check.Seen.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.Evidence.Hold;
import io.talaria.dev.storm.check.Evidence.How;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words of the bot after a takeover, and of who has lost a journey, are seen. */
class HoldingTest {
  private final Seen seen = new Seen();

  @Test
  void a_bot_word_after_the_receipt() {
    seen.accepted.add(new Accepted("w-3", ANA, "msg:late/0", "…", NOON.plusSeconds(11)));
    seen.assertViolated(new BotSilentWhileHeld(), "yet at");
  }

  @Test
  void a_bot_word_that_the_receipt_named() {
    Hold hold = seen.holds.getFirst();
    seen.holds.set(
        0,
        new Hold(
            ANA,
            "Bruna",
            "t-1",
            How.TAKEN,
            hold.askedAt(),
            hold.ackedAt(),
            List.of("msg:late/0"),
            null,
            null));
    botSpeaksAfter(11);
    assertThat(new BotSilentWhileHeld().violations(seen.evidence())).isEmpty();
  }

  @Test
  void a_bot_word_after_the_hand_back() {
    seen.holds.set(0, Seen.hold("Bruna", "t-1", How.TAKEN, 10, null, 20));
    botSpeaksAfter(21);
    assertThat(new BotSilentWhileHeld().violations(seen.evidence())).isEmpty();
  }

  @Test
  void a_bot_word_while_the_journey_passes_to_a_colleague() {
    seen.holds.set(0, Seen.hold("Bruna", "t-1", How.TAKEN, 10, 20, null));
    seen.holds.add(Seen.hold("Caio", "t-2", How.HANDED_OVER, 22, null, 30));
    botSpeaksAfter(21);
    seen.assertViolated(new BotSilentWhileHeld(), "yet at");
  }

  @Test
  void a_bot_word_after_the_colleagues_hand_back() {
    seen.holds.set(0, Seen.hold("Bruna", "t-1", How.TAKEN, 10, 20, null));
    seen.holds.add(Seen.hold("Caio", "t-2", How.HANDED_OVER, 22, null, 30));
    botSpeaksAfter(31);
    assertThat(new BotSilentWhileHeld().violations(seen.evidence())).isEmpty();
  }

  @Test
  void a_bot_word_after_the_hand_back_of_somebody_who_had_lost_it() {
    // given a lead who took it from Bruna, who tries to give it back afterwards
    seen.holds.set(0, Seen.hold("Bruna", "t-1", How.TAKEN, 10, 20, 25));
    seen.holds.add(Seen.hold("Lia", "t-2", How.FROM_HOLDER, 22, null, null));

    // then the bot is as silent as before
    botSpeaksAfter(26);
    seen.assertViolated(new BotSilentWhileHeld(), "taken over at " + NOON.plusSeconds(22));
  }

  @Test
  void two_recruiters_who_both_hold() {
    seen.holds.add(Seen.hold("Caio", "t-2", How.TAKEN, 11, null, null));
    seen.assertViolated(new OneHolder(), "Bruna has it since");
  }

  @Test
  void who_was_given_it_holds_it_alone() {
    seen.holds.set(0, Seen.hold("Bruna", "t-1", How.TAKEN, 10, 20, null));
    seen.holds.add(Seen.hold("Caio", "t-2", How.HANDED_OVER, 22, null, null));
    assertThat(new OneHolder().violations(seen.evidence())).isEmpty();

    seen.holds.add(Seen.hold("Dora", "t-3", How.TAKEN, 30, null, null));
    seen.assertViolated(new OneHolder(), "Caio has it since");
  }

  @Test
  void a_receipt_that_came_after_a_lead_had_taken_it_is_no_second_holder() {
    // given Bruna's receipt, asked for before the lead's takeover and answered after it
    seen.asked.clear();
    seen.holds.set(
        0,
        new Hold(
            ANA,
            "Bruna",
            "t-1",
            How.TAKEN,
            NOON.plusSeconds(5),
            NOON.plusSeconds(10),
            List.of(),
            null,
            null));
    seen.holds.add(Seen.hold("Lia", "t-2", How.FROM_HOLDER, 8, null, null));

    assertThat(new OneHolder().violations(seen.evidence())).isEmpty();
  }

  @Test
  void words_of_somebody_who_has_lost_it() {
    seen.holds.add(Seen.hold("Lia", "t-2", How.FROM_HOLDER, 10, null, null));
    seen.assertViolated(new OneHolder(), "yet Bruna wrote as its holder");
  }

  private void botSpeaksAfter(int seconds) {
    seen.accepted.add(new Accepted("w-3", ANA, "msg:late/0", "…", NOON.plusSeconds(seconds)));
  }
}
