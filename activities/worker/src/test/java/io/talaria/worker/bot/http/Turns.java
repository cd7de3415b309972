package io.talaria.worker.bot.http;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.Published;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Turns of the definition in which an outside bot talks. */
final class Turns {
  static final UUID ANA = UUID.fromString("00000000-0000-0000-0000-0000000000aa");
  static final Published EXISTING_BOT = new Published(read("existing-bot"), 1, 3);

  private Turns() {}

  static Turn at(String stage, boolean disclosed, MessageReceived... messages) {
    return new Turn(
        new UUID(0, 1),
        ANA,
        new UUID(0, 7),
        "msg:" + (messages.length == 0 ? "none" : messages[0].id()),
        Reason.MESSAGES,
        "existing-bot",
        1,
        "pt-BR",
        stage,
        null,
        0,
        Map.of("position", "caixa"),
        List.of(messages),
        0,
        disclosed);
  }

  static MessageReceived text(long seq, String text) {
    return new MessageReceived(
        new UUID(1, seq), seq, Instant.parse("2026-03-02T12:00:00Z"), Kind.TEXT, text, null, "1");
  }

  static Definition read(String name) {
    try (var in = Definition.class.getResourceAsStream("/definitions/" + name + ".yaml")) {
      return DefinitionReader.read(
          name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
