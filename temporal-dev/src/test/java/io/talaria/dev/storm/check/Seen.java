package io.talaria.dev.storm.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.storm.check.Evidence.Accepted;
import io.talaria.dev.storm.check.Evidence.Asked;
import io.talaria.dev.storm.check.Evidence.Call;
import io.talaria.dev.storm.check.Evidence.Explained;
import io.talaria.dev.storm.check.Evidence.Hold;
import io.talaria.dev.storm.check.Evidence.How;
import io.talaria.dev.storm.check.Evidence.Reported;
import io.talaria.dev.storm.check.Evidence.RunView;
import io.talaria.dev.storm.check.Evidence.Said;
import io.talaria.dev.storm.check.Evidence.Script;
import io.talaria.dev.storm.check.Evidence.Standing;
import io.talaria.dev.storm.check.Evidence.Told;
import io.talaria.dev.storm.check.Evidence.What;
import io.talaria.dev.storm.check.JournalView.Event;
import io.talaria.dev.storm.check.JournalView.Intent;
import io.talaria.dev.storm.check.JournalView.Journey;
import io.talaria.dev.storm.check.JournalView.Message;
import io.talaria.dev.storm.check.JournalView.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A small run in which everything holds: Ana wrote, was answered, and was written to by Bruna. Each
 * test breaks one thing of it.
 */
final class Seen {
  static final String ANA = "5511900000001";
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  static final UUID OI = new UUID(1, 1);
  static final UUID JOURNEY = new UUID(2, 1);
  static final String ANSWER = "msg:" + OI + "/0";
  static final String REQUEST = new UUID(3, 1).toString();
  static final String REPLY = "req:" + REQUEST + "/0";

  final List<Said> said = new ArrayList<>(List.of(new Said("w-oi", ANA, "oi", false, NOON)));
  final List<Accepted> accepted =
      new ArrayList<>(
          List.of(
              new Accepted("w-1", ANA, ANSWER, "Olá", NOON.plusSeconds(1)),
              new Accepted("w-2", ANA, REPLY, "Aqui é Bruna", NOON.plusSeconds(12))));
  final List<Call> calls =
      new ArrayList<>(
          List.of(call(ANSWER, "Olá", 1000, 1020), call(REPLY, "Aqui é Bruna", 12000, 12020)));
  final List<Hold> holds =
      new ArrayList<>(List.of(hold("Bruna", "t-1", How.TAKEN, 10, null, null)));
  final List<Asked> asked =
      new ArrayList<>(
          List.of(asked(REQUEST, "Bruna", What.REPLY, "Aqui é Bruna", "AWAY", "SENT", "SENT")));
  final List<Explained> explained = new ArrayList<>();
  final List<Told> told = new ArrayList<>(List.of(new Told(ANSWER, "w-1", "delivered")));
  final List<Reported> reported = new ArrayList<>(List.of(reported(ANSWER, "delivered", 1200)));
  final List<String> backwards = new ArrayList<>();
  final List<Message> messages =
      new ArrayList<>(
          List.of(
              new Message(OI, ANA, 1, true, "w-oi", null, true),
              new Message(new UUID(1, 2), ANA, 2, false, "w-1", ANSWER, false),
              new Message(new UUID(1, 3), ANA, 3, false, "w-2", REPLY, false)));
  final List<Intent> intents =
      new ArrayList<>(
          List.of(intent(ANSWER, "SENT", "w-1", "delivered"), intent(REPLY, "SENT", "w-2", null)));
  final List<Turn> turns = new ArrayList<>(List.of(new Turn("msg:" + OI, ANA, List.of(OI), 1)));
  final List<Journey> journeys = new ArrayList<>(List.of(journey("HUMAN", null, 0, false)));
  final List<Event> events =
      new ArrayList<>(
          List.of(
              event("MessageReceived", "message:" + OI, Map.of()),
              event("JourneyStarted", "s", Map.of("stage", "initial_contact")),
              event("MessageSent", ANSWER, Map.of()),
              event("OperatorTakeover", "t-1", Map.of("operatorId", "bruna")),
              event("MessageSent", REPLY, Map.of())));
  final List<RunView> runs = new ArrayList<>(List.of(run(standing(7), standing(7), standing(7))));
  int quarantined;

  Evidence evidence() {
    return new Evidence(
        NOON.plusSeconds(60),
        new Script(Duration.ofSeconds(1), "What about", List.of("One more")),
        said,
        accepted,
        calls,
        holds,
        asked,
        explained,
        told,
        reported,
        backwards,
        new JournalView(messages, intents, turns, journeys, events, 0, quarantined, 0),
        runs);
  }

  /** A hold whose receipt came so many seconds after noon, half a second after it was asked for. */
  static Hold hold(
      String operator,
      String request,
      How how,
      int seconds,
      Integer passedAfter,
      Integer releasedAfter) {
    Instant acked = NOON.plusSeconds(seconds);
    return new Hold(
        ANA,
        operator,
        request,
        how,
        acked.minusMillis(500),
        acked,
        List.of(),
        passedAfter == null ? null : NOON.plusSeconds(passedAfter),
        releasedAfter == null ? null : NOON.plusSeconds(releasedAfter));
  }

  /** Asked for eleven seconds after noon, and answered within a second. */
  static Asked asked(String request, String who, What what, String text, String... answers) {
    return new Asked(
        ANA,
        who,
        request,
        what,
        text,
        what == What.SCHEDULED ? NOON.plusSeconds(15) : null,
        NOON.plusSeconds(11),
        NOON.plusSeconds(12),
        List.of(answers),
        false);
  }

  static Intent intent(String key, String state, String wamid, String status) {
    return new Intent(
        key, ANA, null, 0, key.startsWith("req:"), state, wamid, status, false, "answer");
  }

  /** A request that came so many milliseconds after noon; null for one that isn't answered. */
  static Call call(String key, String text, int received, Integer confirmed) {
    return new Call(
        ANA,
        key,
        text,
        NOON.plusMillis(received),
        true,
        confirmed == null ? null : NOON.plusMillis(confirmed));
  }

  static Reported reported(String key, String status, int millis) {
    return new Reported(key, status, NOON.plusMillis(millis));
  }

  /** Ana's run, which answered so between two looks at the journal. */
  static RunView run(Standing before, Standing run, Standing after) {
    return new RunView(ANA, true, 0, before, run, after);
  }

  static Standing standing(long revision) {
    return new Standing(JOURNEY, 1, revision, "HUMAN", "bruna", "initial_contact", "role");
  }

  /** Without a person in it, silent since noon when something is owed. */
  static Journey journey(String mode, Instant owesSince, int nudges, boolean atRisk) {
    return new Journey(
        JOURNEY,
        ANA,
        "OPEN",
        "initial_contact",
        mode,
        mode.equals("HUMAN") ? "bruna" : null,
        "pt-BR",
        null,
        0,
        0,
        ANSWER,
        owesSince,
        nudges,
        atRisk,
        Set.of());
  }

  /** Nobody ever took over. */
  Seen withoutPerson() {
    holds.clear();
    asked.clear();
    events.removeIf(event -> event.type().equals("OperatorTakeover"));
    journeys.set(0, journey("BOT", null, 0, false));
    return this;
  }

  static Event event(String type, String cause, Map<String, String> body) {
    return new Event(ANA, JOURNEY, type, cause, new HashMap<>(body));
  }

  /** The check sees this, in words that hold these. */
  void assertViolated(Check check, String what) {
    assertThat(check.violations(evidence()))
        .as(check.name())
        .anyMatch(violation -> violation.what().contains(what));
  }
}
