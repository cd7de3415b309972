package io.talaria.dev.storm.check;

import static io.talaria.dev.storm.check.Seen.ANA;
import static io.talaria.dev.storm.check.Seen.ANSWER;
import static io.talaria.dev.storm.check.Seen.JOURNEY;
import static io.talaria.dev.storm.check.Seen.NOON;
import static io.talaria.dev.storm.check.Seen.OI;
import static io.talaria.dev.storm.check.Seen.REPLY;
import static io.talaria.dev.storm.check.Seen.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.Evidence.Call;
import io.talaria.dev.storm.check.Evidence.Explained;
import io.talaria.dev.storm.check.Evidence.Hold;
import io.talaria.dev.storm.check.Evidence.How;
import io.talaria.dev.storm.check.Evidence.RunView;
import io.talaria.dev.storm.check.Evidence.Said;
import io.talaria.dev.storm.check.Evidence.Standing;
import io.talaria.dev.storm.check.Evidence.Told;
import io.talaria.dev.storm.check.Evidence.What;
import io.talaria.dev.storm.check.JournalView.Intent;
import io.talaria.dev.storm.check.JournalView.Message;
import io.talaria.dev.storm.check.JournalView.Turn;
import io.talaria.journal.inbox.StatusReport.Tick;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each check sees what it is there for. */
class ChecksTest {
  private final Seen seen = new Seen();

  @Test
  void a_run_in_which_everything_holds_has_no_violation() {
    assertThat(Check.all(seen.evidence())).isEmpty();
    assertThat(Check.all(new Seen().withoutPerson().evidence())).isEmpty();
  }

  @Nested
  class Inbound {
    @Test
    void an_acknowledged_message_that_is_nowhere() {
      seen.said.add(new Said("w-lost", ANA, "alô", false, NOON));
      assertViolated(new InboundOnce(), "in the transcript 0 times");
    }

    @Test
    void a_message_that_nobody_acknowledged_may_be_nowhere() {
      seen.said.add(new Said("w-lost", ANA, "alô", false, null));
      assertThat(new InboundOnce().violations(seen.evidence())).isEmpty();
    }

    @Test
    void a_message_that_stands_twice() {
      seen.messages.add(new Message(new UUID(1, 9), ANA, 9, true, "w-oi", null, true));
      assertViolated(new InboundOnce(), "in the transcript 2 times");
    }

    @Test
    void a_message_that_nobody_wrote() {
      seen.messages.add(new Message(new UUID(1, 9), ANA, 9, true, "w-ghost", null, true));
      assertViolated(new InboundOnce(), "nobody wrote this");
    }
  }

  @Nested
  class Answered {
    @Test
    void a_message_in_two_turns() {
      seen.turns.add(new Turn("msg:other", ANA, List.of(OI), 1));
      assertViolated(new AnsweredOnce(), "is in two turns");
    }

    @Test
    void a_message_in_no_turn_while_only_the_bot_spoke() {
      seen.withoutPerson().turns.clear();
      assertViolated(new AnsweredOnce(), "is in no turn");
    }

    @Test
    void a_reply_of_which_a_bubble_never_left() {
      seen.withoutPerson().turns.set(0, new Turn("msg:" + OI, ANA, List.of(OI), 2));
      assertViolated(new AnsweredOnce(), "bubble 2 of 2 was never accepted");
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
      assertViolated(new AnsweredOnce(), "is in no turn");
    }

    @Test
    void a_message_in_no_turn_may_be_a_persons() {
      seen.turns.clear();
      assertThat(new AnsweredOnce().violations(seen.evidence())).isEmpty();
    }
  }

  @Nested
  class Sent {
    @Test
    void a_send_that_was_accepted_twice() {
      seen.accepted.add(new Accepted("w-3", ANA, ANSWER, "Olá", NOON));
      assertViolated(new SentOnce(), "accepted 2 times");
    }

    @Test
    void a_send_without_an_intent() {
      seen.accepted.add(new Accepted("w-3", ANA, "msg:unknown/0", "Olá", NOON));
      assertViolated(new SentOnce(), "the journal has no intent");
    }

    @Test
    void a_send_that_counts_as_sent_and_was_not() {
      seen.accepted.removeFirst();
      assertViolated(new SentOnce(), "nobody accepted it");
    }

    @Test
    void a_send_that_counts_as_refused_and_was_accepted() {
      seen.intents.set(0, Seen.intent(ANSWER, "REJECTED", null, null));
      assertViolated(new SentOnce(), "REJECTED, but it was accepted");
    }

    @Test
    void a_send_that_stays_under_way() {
      seen.intents.set(0, Seen.intent(ANSWER, "SENDING", null, null));
      assertViolated(new SentOnce(), "still SENDING");
    }

    @Test
    void a_send_that_counts_as_failed_and_nobody_said_so() {
      seen.intents.set(0, Seen.intent(ANSWER, "FAILED", "w-1", "failed"));
      assertViolated(new SentOnce(), "FAILED, and nobody said so");
      seen.reported.add(Seen.reported(ANSWER, "failed", 1300));
      assertThat(new SentOnce().violations(seen.evidence())).isEmpty();
    }

    @Test
    void an_uncertain_send_that_is_not_shown() {
      seen.intents.set(0, Seen.intent(ANSWER, "UNCERTAIN", null, null));
      assertViolated(new SentOnce(), "1 sends are uncertain, 0 are shown");
    }
  }

  @Nested
  class Requests {
    @Test
    void a_request_that_became_two_messages() {
      seen.accepted.add(new Accepted("w-3", ANA, REPLY, "Aqui é Bruna", NOON));
      assertViolated(new RequestOnce(), "2 acceptances, 1 rows");
    }

    @Test
    void a_request_that_was_answered_differently() {
      seen.asked.set(
          0, Seen.asked(REQUEST, "Bruna", What.REPLY, "Aqui é Bruna", "SENT", "NOT_SENT"));
      assertViolated(new RequestOnce(), "answered differently");
    }

    @Test
    void a_request_that_was_done_and_refused_when_it_was_repeated() {
      seen.asked.set(
          0,
          Seen.asked(REQUEST, "Bruna", What.REPLY, "Aqui é Bruna", "SENT", "refused NOT_HOLDER"));
      assertViolated(new RequestOnce(), "refused when it was repeated");
    }

    @Test
    void a_request_that_became_other_words() {
      seen.asked.set(0, Seen.asked(REQUEST, "Bruna", What.PROACTIVE, "Bom dia", "SENT"));
      assertViolated(new RequestOnce(), "became other words: Aqui é Bruna");
    }

    @Test
    void a_request_by_which_nothing_was_to_be_said() {
      seen.asked.set(0, Seen.asked(REQUEST, "Bruna", What.OTHER, null, "ARRIVED"));
      assertViolated(new RequestOnce(), "nothing was to be said");
    }

    @Test
    void words_for_a_time_that_were_cancelled_and_left() {
      seen.asked.set(
          0, Seen.asked(REQUEST, "Bruna", What.SCHEDULED, "Aqui é Bruna", "WAITS", "CANCELLED"));
      assertViolated(new RequestOnce(), "was cancelled, yet it left");
    }

    @Test
    void words_that_were_accepted_and_failed_afterwards_are_rightly_called_unsent() {
      seen.intents.set(1, Seen.intent(REPLY, "FAILED", "w-2", "failed"));
      seen.asked.set(
          0, Seen.asked(REQUEST, "Bruna", What.REPLY, "Aqui é Bruna", "AWAY", "NOT_SENT"));
      assertThat(new RequestOnce().violations(seen.evidence())).isEmpty();
    }

    @Test
    void words_that_were_accepted_and_are_called_unsent() {
      seen.asked.set(0, Seen.asked(REQUEST, "Bruna", What.REPLY, "Aqui é Bruna", "NOT_SENT"));
      assertViolated(new RequestOnce(), "answered NOT_SENT, yet it was accepted");
    }

    @Test
    void an_uncertain_send_may_be_sent_again_in_the_same_words() {
      // given an answer of which nobody knew, and which a person sent again
      seen.intents.set(
          0, new Intent(ANSWER, ANA, null, 0, false, "FAILED", "w-1", null, false, "operator:b"));
      seen.asked.set(0, Seen.asked(REQUEST, "Bruna", What.AGAIN, null, "SENT"));

      // then it may have come twice
      assertThat(new SentOnce().violations(seen.evidence())).isEmpty();
      assertThat(new RequestOnce().violations(seen.evidence())).isEmpty();
    }

    @Test
    void a_reason_that_was_given_and_is_nowhere() {
      seen.explained.add(new Explained(ANA, "t-1", "férias", true));
      assertViolated(new RequestOnce(), "stands 0 times in the record");
    }

    @Test
    void a_reason_that_was_given_twice_and_stands_twice() {
      seen.explained.add(new Explained(ANA, "t-1", "férias", true));
      seen.events.add(Seen.event("TakeoverExplained", "t-1:a", Map.of("reason", "férias")));
      seen.events.add(Seen.event("TakeoverExplained", "t-1:b", Map.of("reason", "férias")));
      assertViolated(new RequestOnce(), "stands 2 times in the record");
    }
  }

  @Nested
  class Held {
    @Test
    void a_bot_word_after_the_receipt() {
      seen.accepted.add(new Accepted("w-3", ANA, "msg:late/0", "…", NOON.plusSeconds(11)));
      assertViolated(new BotSilentWhileHeld(), "yet at");
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
      assertViolated(new BotSilentWhileHeld(), "yet at");
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
      assertViolated(new BotSilentWhileHeld(), "taken over at " + NOON.plusSeconds(22));
    }

    @Test
    void two_recruiters_who_both_hold() {
      seen.holds.add(Seen.hold("Caio", "t-2", How.TAKEN, 11, null, null));
      assertViolated(new OneHolder(), "Bruna has it since");
    }

    @Test
    void who_was_given_it_holds_it_alone() {
      seen.holds.set(0, Seen.hold("Bruna", "t-1", How.TAKEN, 10, 20, null));
      seen.holds.add(Seen.hold("Caio", "t-2", How.HANDED_OVER, 22, null, null));
      assertThat(new OneHolder().violations(seen.evidence())).isEmpty();

      seen.holds.add(Seen.hold("Dora", "t-3", How.TAKEN, 30, null, null));
      assertViolated(new OneHolder(), "Caio has it since");
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
      assertViolated(new OneHolder(), "yet Bruna wrote as its holder");
    }

    private void botSpeaksAfter(int seconds) {
      seen.accepted.add(new Accepted("w-3", ANA, "msg:late/0", "…", NOON.plusSeconds(seconds)));
    }
  }

  @Nested
  class Order {
    private static final String SECOND = "msg:" + OI + "/1";

    @Test
    void sends_that_overtook_each_other() {
      seen.accepted.add(seen.accepted.removeFirst());
      assertViolated(new OrderKept(), "seq 2 was accepted after seq 3");
    }

    @Test
    void a_bubble_that_was_accepted_before_the_one_before_it() {
      seen.accepted.addFirst(new Accepted("w-0", ANA, SECOND, "Tudo bem?", NOON));
      assertViolated(new OrderKept(), "a bubble was accepted before the one before it");
    }

    @Test
    void a_bubble_that_was_called_while_the_one_before_it_was_under_way() {
      follows(1010);
      assertViolated(new OrderKept(), "before (" + NOON.plusMillis(1020) + ") anybody could know");
    }

    @Test
    void a_bubble_that_was_called_after_the_answer_to_the_one_before_it() {
      follows(1021);
      assertThat(new OrderKept().violations(seen.evidence())).isEmpty();
    }

    @Test
    void a_bubble_behind_one_of_which_a_status_tells() {
      seen.calls.set(0, Seen.call(ANSWER, "Olá", 1000, null));
      follows(1100);
      assertViolated(new OrderKept(), "before (" + NOON.plusMillis(1200) + ") anybody could know");
      seen.calls.removeLast();
      follows(1201);
      assertThat(new OrderKept().violations(seen.evidence())).isEmpty();
    }

    @Test
    void a_bubble_behind_one_that_was_refused() {
      seen.reported.clear();
      seen.calls.set(0, new Call(ANA, ANSWER, "Olá", NOON, false, null));
      follows(1100);
      assertViolated(new OrderKept(), "before (never) anybody could know");
    }

    @Test
    void a_bubble_behind_one_that_a_person_decided_about() {
      seen.reported.clear();
      seen.calls.set(0, Seen.call(ANSWER, "Olá", 1000, null));
      follows(12010);
      decided("LEAVE_UNSENT");
      assertViolated(new OrderKept(), "before (never) anybody could know");
      decided("SEND_AGAIN");
      assertViolated(new OrderKept(), "before (" + NOON.plusMillis(12020) + ") anybody could know");
      decided("ARRIVED");
      assertThat(new OrderKept().violations(seen.evidence())).isEmpty();
    }

    @Test
    void a_bubble_that_did_not_wait_for_an_arrival() {
      seen.calls.add(Seen.call(SECOND, "One more for now.", 1100, 1150));
      assertViolated(new ArrivalAwaited(), "may be waited for until " + NOON.plusMillis(1200));
      assertThat(new OrderKept().violations(seen.evidence())).isEmpty();
    }

    @Test
    void a_bubble_that_waited_for_an_arrival_of_which_nothing_is_told() {
      seen.reported.clear();
      seen.reported.add(Seen.reported(ANSWER, "sent", 1100));
      seen.calls.add(Seen.call(SECOND, "One more for now.", 25_000, 25_100));
      assertViolated(new ArrivalAwaited(), "may be waited for until " + NOON.plusSeconds(30));
      seen.calls.removeLast();
      seen.calls.add(Seen.call(SECOND, "One more for now.", 31_100, 31_200));
      assertThat(new ArrivalAwaited().violations(seen.evidence())).isEmpty();
    }

    @Test
    void a_bubble_that_waits_for_no_arrival() {
      follows(1021);
      assertThat(new ArrivalAwaited().violations(seen.evidence())).isEmpty();
    }

    private void follows(int millis) {
      seen.calls.add(Seen.call(SECOND, "Tudo bem?", millis, millis + 20));
    }

    private void decided(String choice) {
      seen.events.removeIf(event -> event.type().equals("UncertainSettled"));
      seen.events.add(
          Seen.event("UncertainSettled", REQUEST, Map.of("key", ANSWER, "choice", choice)));
    }
  }

  @Nested
  class Statuses {
    @Test
    void a_status_that_was_told_and_is_not_shown() {
      told("read");
      assertViolated(new StatusesForward(), "told read, shows delivered");
    }

    @Test
    void a_status_that_went_back() {
      seen.backwards.add(ANSWER + " from read to sent");
      assertViolated(new StatusesForward(), "went back");
    }

    @Test
    void a_failure_that_was_told_and_is_not_shown() {
      seen.told.clear();
      told("failed");
      seen.intents.set(0, Seen.intent(ANSWER, "SENT", "w-1", "sent"));
      assertViolated(new StatusesForward(), "told failed, shows sent");
      seen.intents.set(0, Seen.intent(ANSWER, "SENT", "w-1", "failed"));
      assertViolated(new StatusesForward(), "shows failed, is SENT");
      seen.intents.set(0, Seen.intent(ANSWER, "FAILED", "w-1", "failed"));
      assertThat(new StatusesForward().violations(seen.evidence())).isEmpty();
    }

    @Test
    void an_arrival_that_a_failure_hides() {
      told("failed");
      seen.intents.set(0, Seen.intent(ANSWER, "FAILED", "w-1", "failed"));
      assertViolated(new StatusesForward(), "told delivered, shows failed");
      seen.intents.set(0, Seen.intent(ANSWER, "FAILED", "w-1", "delivered"));
      assertViolated(new StatusesForward(), "shows delivered, is FAILED");
    }

    @Test
    void a_status_that_nobody_told() {
      seen.intents.set(0, Seen.intent(ANSWER, "SENT", "w-1", "read"));
      assertViolated(new StatusesForward(), "shows read, which nobody told");
    }

    @Test
    void the_steps_are_the_products() {
      assertThat(StatusesForward.STEPS)
          .containsExactlyElementsOf(
              Arrays.stream(Tick.values())
                  .map(tick -> tick.name().toLowerCase(Locale.ROOT))
                  .toList());
    }

    private void told(String status) {
      seen.told.add(new Told(ANSWER, "w-1", status));
      seen.reported.add(Seen.reported(ANSWER, status, 1300));
    }
  }

  @Nested
  class Timers {
    @Test
    void a_reminder_that_was_due_and_did_not_come() {
      seen.withoutPerson().journeys.set(0, Seen.journey("BOT", NOON, 1, true));
      assertViolated(new TimersOnce(), "2 reminders were due, 1 are counted");
    }

    @Test
    void a_candidate_at_risk_whom_nobody_noticed() {
      seen.withoutPerson().journeys.set(0, Seen.journey("BOT", NOON, 2, false));
      assertViolated(new TimersOnce(), "not at risk");
    }

    @Test
    void a_reminder_that_counts_and_never_left() {
      seen.withoutPerson().journeys.set(0, Seen.journey("BOT", NOON, 2, true));
      assertViolated(new TimersOnce(), "a reminder is counted, but it never left");
    }

    @Test
    void a_silence_of_which_the_journal_does_not_know() {
      asked();
      assertViolated(new TimersOnce(), "no answer since: reminder 2 never left");
      assertViolated(new TimersOnce(), "no answer since: not at risk");
    }

    @Test
    void a_silence_in_which_everything_left_has_no_violation() {
      asked();
      seen.journeys.set(0, Seen.journey("BOT", NOON, 2, true));
      seen.accepted.add(
          new Accepted("w-3", ANA, "nudge:" + ANSWER + ":2/0", "Ainda aí", NOON.plusSeconds(21)));
      assertThat(new TimersOnce().violations(seen.evidence())).isEmpty();
    }

    @Test
    void who_may_have_answered_is_not_silent() {
      asked();
      seen.said.add(new Said("w-a", ANA, "Java", false, null));
      assertThat(new TimersOnce().violations(seen.evidence())).isEmpty();
    }

    @Test
    void two_reminders_of_one_silence_under_two_names() {
      seen.withoutPerson();
      seen.accepted.removeLast();
      String other = "msg:" + new UUID(1, 8) + "/0";
      seen.accepted.add(new Accepted("w-3", ANA, "nudge:" + ANSWER + ":1/0", "Oi", NOON));
      seen.accepted.add(new Accepted("w-4", ANA, "nudge:" + other + ":1/0", "Oi", NOON));
      seen.intents.add(Seen.intent(other, "SENT", "w-5", null));
      assertViolated(new TimersOnce(), "follows one of the same silence");

      seen.accepted.set(2, new Accepted("w-4", ANA, "nudge:" + other + ":2/0", "Oi", NOON));
      assertThat(new TimersOnce().violations(seen.evidence())).isEmpty();
      seen.accepted.removeLast();
      seen.accepted.add(new Accepted("w-5", ANA, other, "What about", NOON));
      seen.accepted.add(new Accepted("w-4", ANA, "nudge:" + other + ":1/0", "Oi", NOON));
      assertThat(new TimersOnce().violations(seen.evidence())).isEmpty();
    }

    /** Ana, alone with the bot, was asked something last. */
    private void asked() {
      seen.withoutPerson();
      seen.accepted.clear();
      seen.accepted.add(
          new Accepted("w-1", ANA, ANSWER, "What about your role?", NOON.plusSeconds(1)));
    }

    @Test
    void words_for_a_time_that_are_gone() {
      String request = new UUID(3, 2).toString();
      seen.asked.add(Seen.asked(request, "Bruna", What.SCHEDULED, "Bom dia", "WAITS"));
      assertViolated(new TimersOnce(), "are gone");
    }

    @Test
    void words_for_a_time_that_could_not_leave_are_told() {
      String request = new UUID(3, 2).toString();
      seen.asked.add(Seen.asked(request, "Bruna", What.SCHEDULED, "Bom dia", "WAITS"));
      seen.events.add(Seen.event("ScheduledNotSent", request, Map.of()));
      assertThat(new TimersOnce().violations(seen.evidence())).isEmpty();
    }

    @Test
    void words_for_a_time_of_which_a_person_said_that_they_arrived_are_settled() {
      String request = new UUID(3, 2).toString();
      String key = "req:" + request + "/0";
      seen.asked.add(Seen.asked(request, "Bruna", What.SCHEDULED, "Bom dia", "WAITS"));
      seen.intents.add(
          new Intent(key, ANA, null, 0, true, "SENT", null, null, false, "operator:b"));
      assertThat(new TimersOnce().violations(seen.evidence())).isEmpty();
    }

    @Test
    void a_reminder_that_came_twice() {
      String key = "nudge:" + ANSWER + ":1/0";
      seen.accepted.add(new Accepted("w-3", ANA, key, "Sua candidatura", NOON));
      seen.accepted.add(new Accepted("w-4", ANA, key, "Sua candidatura", NOON));
      assertViolated(new TimersOnce(), "a reminder came 2 times");
    }

    @Test
    void an_episode_that_was_told_twice() {
      Map<String, String> since = Map.of("silentSince", NOON.toString());
      seen.events.add(Seen.event("CandidateAtRisk", "a", since));
      seen.events.add(Seen.event("CandidateAtRisk", "b", since));
      assertViolated(new TimersOnce(), "at risk 2 times");
    }
  }

  @Nested
  class Stuck {
    @Test
    void a_message_that_was_not_taken_in() {
      seen.messages.set(0, new Message(OI, ANA, 1, true, "w-oi", null, false));
      assertViolated(new NothingStuck(), "was not taken in");
    }

    @Test
    void an_open_journey_without_a_workflow() {
      seen.runs.set(0, new RunView(ANA, false, 0, null, null, null));
      assertViolated(new NothingStuck(), "no workflow runs");
    }

    @Test
    void a_workflow_task_that_fails_again_and_again() {
      seen.runs.set(0, new RunView(ANA, true, 7, null, null, null));
      assertViolated(new NothingStuck(), "failed 6 times");
    }

    @Test
    void something_in_quarantine() {
      seen.quarantined = 1;
      assertViolated(new NothingStuck(), "1 items are in quarantine");
    }
  }

  @Nested
  class Agreement {
    @Test
    void a_run_that_lost_a_step_which_the_journal_has() {
      asked(7, 6, 7);
      assertViolated(new RunAgrees(), "revision is 6 in the run, 7 in the row");
    }

    @Test
    void a_run_that_is_ahead_of_its_journal() {
      asked(7, 8, 7);
      assertViolated(new RunAgrees(), "revision is 8 in the run, 7 in the row");
    }

    @Test
    void a_run_that_knows_of_another_holder() {
      Standing row = Seen.standing(7);
      Standing run = new Standing(JOURNEY, 1, 7, "BOT", null, "initial_contact", "role");
      seen.runs.set(0, Seen.run(row, run, row));
      assertViolated(
          new RunAgrees(),
          "mode is BOT in the run, HUMAN in the row, holder is null in the run, bruna in the row");
    }

    @Test
    void a_run_that_does_not_answer() {
      seen.runs.set(0, Seen.run(Seen.standing(7), null, Seen.standing(7)));
      assertViolated(new RunAgrees(), "the run doesn't tell where it is");
    }

    @Test
    void a_run_that_goes_on_while_it_is_asked() {
      asked(7, 8, 9);
      assertThat(new RunAgrees().violations(seen.evidence())).isEmpty();
    }

    private void asked(int before, int run, int after) {
      seen.runs.set(0, Seen.run(Seen.standing(before), Seen.standing(run), Seen.standing(after)));
    }
  }

  @Nested
  class Fold {
    @Test
    void a_stage_that_no_event_tells_of() {
      seen.events.add(Seen.event("StageEntered", "x", Map.of("stage", "cultural_fit")));
      assertViolated(new JournalIsFold(), "stage is cultural_fit by the events");
    }

    @Test
    void a_hand_back_that_the_row_does_not_show() {
      seen.events.add(Seen.event("OperatorHandback", "x", Map.of()));
      assertViolated(new JournalIsFold(), "mode is BOT by the events, HUMAN in the row");
    }

    @Test
    void a_colleague_to_whom_it_was_given_and_whom_the_row_does_not_show() {
      seen.events.add(Seen.event("OperatorHandover", "x", Map.of("toOperatorId", "caio")));
      assertViolated(new JournalIsFold(), "owner is caio by the events, bruna in the row");
    }

    @Test
    void a_send_without_its_event() {
      seen.events.removeIf(event -> event.cause().equals(REPLY));
      assertViolated(new JournalIsFold(), "a send without its event");
    }
  }

  private void assertViolated(Check check, String what) {
    assertThat(check.violations(seen.evidence()))
        .as(check.name())
        .anyMatch(violation -> violation.what().contains(what));
  }
}
