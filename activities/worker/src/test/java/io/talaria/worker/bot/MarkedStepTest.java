package io.talaria.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.Published;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A reply with a step that the definition marks says so; others are written as ever. */
class MarkedStepTest {
  private static Proposal greeting(String right, String marked) throws IOException {
    try (var in = Definition.class.getResourceAsStream("/definitions/tech-hiring.yaml")) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(yaml).contains(right);
      var published =
          new Published(DefinitionReader.read("t.yaml", yaml.replace(right, marked)), 1, 0);
      var hello =
          new MessageReceived(UUID.randomUUID(), 1, Instant.EPOCH, Kind.TEXT, "hi", null, "1");
      return Script.propose(
          published,
          new Turn(
              UUID.randomUUID(),
              UUID.randomUUID(),
              UUID.randomUUID(),
              "key",
              Reason.MESSAGES,
              "tech-hiring",
              1,
              "en",
              "initial_contact",
              null,
              0,
              Map.of(),
              List.of(hello),
              1,
              false),
          new FakeLookups());
    }
  }

  @Test
  void a_marked_question_marks_the_reply_that_asks_it() throws IOException {
    assertThat(
            greeting("- ask: role\n", "- review: always\n        ask: role\n").decision().marked())
        .isTrue();
  }

  @Test
  void no_other_reply_is_marked() throws IOException {
    assertThat(
            greeting("- ask: salary", "- review: always\n        ask: salary").decision().marked())
        .isNull();
  }
}
