package io.talaria.dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.journal.definition.DefinitionReader;
import io.talaria.journal.definition.Limits;
import io.talaria.journal.definition.LongDefinition;
import io.talaria.journal.definition.Published;
import io.talaria.journal.definition.Rehearsal;
import io.talaria.journey.JourneyStart;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.port.Bot;
import io.talaria.worker.bot.Routing;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A definition of as many steps as there may be on the engine: runs end, the journey goes on, and
 * nothing that it carries comes near to what Temporal takes.
 */
class LongDefinitionTest {
  private static final int ANSWERED = 400;
  private static final int EVENTS_OF_A_RUN = 400;

  /** A quarter of the 2 MB that one payload may have. */
  private static final int SMALL = 512 * 1024;

  @Test
  void a_candidate_goes_on_through_many_steps_and_several_runs() {
    String yaml = LongDefinition.yaml(Limits.STEPS, "number");
    var published = new Published(DefinitionReader.read("long.yaml", yaml), 1, 0);
    var setting =
        new Rehearsal.Setting(
            "Ana",
            "GB",
            "en",
            LocalDateTime.parse("2026-03-04T10:00:00"),
            ZoneOffset.UTC,
            List.of(),
            null);
    var rehearsal = new Rehearsal("long.yaml", 1, "many steps", setting, List.of());
    var runs = new HashSet<String>();
    int largest = 0;
    try (var server = new RehearsalServer(setting.start().toInstant(ZoneOffset.UTC))) {
      var transcript = new Transcript(setting.zone());
      var chronicle = new Chronicle(transcript, server::now);
      var neighbours = new Neighbours(published.definition(), setting, server::now, chronicle);
      var lookups = new StoryLookups(rehearsal, neighbours);
      Bot bot =
          turn -> Routing.propose(published, turn, lookups, new OutsideBot(new ArrayDeque<>()));
      server.start(neighbours, new NotingBot(bot, neighbours, chronicle));
      var patience = new Patience(server, neighbours);

      for (int i = 0; i <= ANSWERED; i++) {
        says(server, i + 1, i == 0 ? "hello" : "" + i);
        String next = LongDefinition.id(i);
        assertThat(patience.until(() -> stands(neighbours.newest(), next))).as(next).isTrue();
        if (i % 20 == 0) {
          largest = Math.max(largest, largestEvent(server.history(), runs));
        }
      }

      assertThat(neighbours.newest().talk().answers()).hasSize(ANSWERED);
    }
    System.out.printf(
        "%d of %d steps answered in at least %d runs; the largest event had %,d bytes%n",
        ANSWERED, Limits.STEPS, runs.size(), largest);
    assertThat(runs).hasSizeGreaterThan(3);
    assertThat(largest).isLessThan(SMALL);
  }

  private static boolean stands(JourneyState state, String step) {
    return state != null && step.equals(state.talk().step());
  }

  /** Bytes; notes the run whose history it is. */
  private static int largestEvent(History history, Set<String> runs) {
    runs.add(
        history
            .getEvents(0)
            .getWorkflowExecutionStartedEventAttributes()
            .getOriginalExecutionRunId());
    return history.getEventsList().stream()
        .mapToInt(HistoryEvent::getSerializedSize)
        .max()
        .orElse(0);
  }

  private static void says(RehearsalServer server, int seq, String text) {
    JourneyStart start =
        JourneyStart.first(
                new UUID(0, 1), server.candidateId(), "long", RehearsalServer.NUMBER, "GB")
            .continuingAfter(EVENTS_OF_A_RUN);
    server.signalWithStart(
        "messageReceived",
        new MessageReceived(
            UUID.randomUUID(), seq, server.now(), Kind.TEXT, text, null, RehearsalServer.NUMBER),
        start);
  }
}
