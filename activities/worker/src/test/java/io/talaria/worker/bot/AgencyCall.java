package io.talaria.worker.bot;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.Published;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Outbound.Choice;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The call of the agency: 10:00, 14:30 and 16:00 on working days in São Paulo, one at a time. The
 * candidate's clock shows UTC, three hours more.
 */
abstract class AgencyCall {
  static final Instant WEDNESDAY = Instant.parse("2026-03-04T12:00:00Z");
  static final Instant FIRST = Instant.parse("2026-03-04T17:30:00Z");
  static final Instant SECOND = Instant.parse("2026-03-04T19:00:00Z");

  final FakeLookups lookups = new FakeLookups();
  final Map<String, String> answers = new HashMap<>();
  Definition definition = definition("notice: 4h");
  Instant now = WEDNESDAY;
  int misses;
  Proposal last;

  List<Instant> times() {
    return last.messages().getLast().offered().stream()
        .map(choice -> Instant.parse(choice.id().substring("talk:".length())))
        .toList();
  }

  static Choice choice(Instant at, String title) {
    return new Choice("talk:" + at, title);
  }

  void taps(String choice) {
    turn(
        Reason.MESSAGES,
        new MessageReceived(UUID.randomUUID(), 1, now, Kind.CHOICE, "?", "talk:" + choice, "1"));
  }

  void says(String text) {
    turn(Reason.MESSAGES, text(1, text));
  }

  MessageReceived text(long seq, String text) {
    return new MessageReceived(UUID.randomUUID(), seq, now, Kind.TEXT, text, null, "1");
  }

  void turn(Reason reason, MessageReceived... messages) {
    String stage =
        definition.plan().stages().stream()
            .filter(s -> s.questions().contains("talk"))
            .findFirst()
            .orElseThrow()
            .id();
    var turn =
        new Turn(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            "key",
            reason,
            "multi-channel-agency",
            1,
            "pt-BR",
            stage,
            "talk",
            misses,
            Map.copyOf(answers),
            List.of(messages),
            0,
            true,
            new Turn.Moment(now, true, null, List.of(), "BR"));
    last = Script.propose(new Published(definition, 1, 0), turn, lookups);
  }

  static Definition definition(String notice) {
    return definition(notice, "\"10:00\", \"14:30\", \"16:00\"", "America/Sao_Paulo");
  }

  static Definition definition(String notice, String times, String zone) {
    return read(
        yaml ->
            yaml.replace("notice: 4h", notice)
                .replace("\"10:00\", \"14:30\", \"16:00\"", times)
                .replace("zone: America/Sao_Paulo", "zone: " + zone));
  }

  static Definition withoutChange() {
    return read(yaml -> yaml.replaceFirst("(?m)^ {8}change:\\n(?: {10}.*\\n)+", ""));
  }

  static Definition read(UnaryOperator<String> changed) {
    try (var file =
        InterviewTalkTest.class.getResourceAsStream("/definitions/multi-channel-agency.yaml")) {
      String yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return DefinitionReader.read("multi-channel-agency.yaml", changed.apply(yaml));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
