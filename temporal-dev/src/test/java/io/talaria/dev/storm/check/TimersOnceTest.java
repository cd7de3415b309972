package io.talaria.dev.storm.check;

import static io.talaria.dev.storm.check.Seen.ANA;
import static io.talaria.dev.storm.check.Seen.ANSWER;
import static io.talaria.dev.storm.check.Seen.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.Evidence.Said;
import io.talaria.dev.storm.check.Evidence.What;
import io.talaria.dev.storm.check.JournalView.Intent;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A deadline that was lost, or kept twice, is seen. */
class TimersOnceTest {
  private final Seen seen = new Seen();

  @Test
  void a_reminder_that_was_due_and_did_not_come() {
    seen.withoutPerson().journeys.set(0, Seen.journey("BOT", NOON, 1, true));
    seen.assertViolated(new TimersOnce(), "2 reminders were due, 1 are counted");
  }

  @Test
  void a_candidate_at_risk_whom_nobody_noticed() {
    seen.withoutPerson().journeys.set(0, Seen.journey("BOT", NOON, 2, false));
    seen.assertViolated(new TimersOnce(), "not at risk");
  }

  @Test
  void a_reminder_that_counts_and_never_left() {
    seen.withoutPerson().journeys.set(0, Seen.journey("BOT", NOON, 2, true));
    seen.assertViolated(new TimersOnce(), "a reminder is counted, but it never left");
  }

  @Test
  void a_silence_of_which_the_journal_does_not_know() {
    asked();
    seen.assertViolated(new TimersOnce(), "no answer since: reminder 2 never left");
    seen.assertViolated(new TimersOnce(), "no answer since: not at risk");
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
  void a_question_of_which_a_person_said_that_it_arrived_begins_a_silence_of_its_own() {
    asked();
    String other = "msg:" + new UUID(1, 8) + "/0";
    seen.intents.add(
        new Intent(other, ANA, null, 0, false, "SENT", null, null, false, "operator:b"));
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
    seen.assertViolated(new TimersOnce(), "follows one of the same silence");

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
    seen.assertViolated(new TimersOnce(), "are gone");
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
    seen.intents.add(new Intent(key, ANA, null, 0, true, "SENT", null, null, false, "operator:b"));
    assertThat(new TimersOnce().violations(seen.evidence())).isEmpty();
  }

  @Test
  void a_reminder_that_came_twice() {
    String key = "nudge:" + ANSWER + ":1/0";
    seen.accepted.add(new Accepted("w-3", ANA, key, "Sua candidatura", NOON));
    seen.accepted.add(new Accepted("w-4", ANA, key, "Sua candidatura", NOON));
    seen.assertViolated(new TimersOnce(), "a reminder came 2 times");
  }

  @Test
  void an_episode_that_was_told_twice() {
    Map<String, String> since = Map.of("silentSince", NOON.toString());
    seen.events.add(Seen.event("CandidateAtRisk", "a", since));
    seen.events.add(Seen.event("CandidateAtRisk", "b", since));
    seen.assertViolated(new TimersOnce(), "at risk 2 times");
  }
}
