package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.talaria.journey.JourneyIds;
import io.talaria.journey.flow.CandidateJourneyImpl;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kept history replays on today's code, with the production data converter. A failure means
 * that running journeys would break: guard the change with a version, or record anew only when no
 * journey of the kind can be running ({@code temporal-dev/record-histories}).
 */
class ReplayTest {
  private static final Path FOLDER = Path.of("src/test/resources/histories");

  @ParameterizedTest
  @MethodSource("histories")
  void replays(Path history) throws IOException {
    UUID candidate = UUID.fromString(history.getFileName().toString().split("\\.")[1]);
    var recorded =
        WorkflowExecutionHistory.fromJson(
            Files.readString(history), JourneyIds.workflowId(candidate));
    try (var server = TestWorkflowEnvironment.newInstance(ScenarioWorld.options())) {
      Worker worker = server.newWorker(JourneyIds.JOURNEYS_QUEUE, ScenarioWorld.patient());
      worker.registerWorkflowImplementationTypes(CandidateJourneyImpl.class);
      assertThatCode(() -> worker.replayWorkflowExecution(recorded)).doesNotThrowAnyException();
    }
  }

  @Test
  void every_story_has_a_history() throws IOException {
    List<String> kept =
        histories().stream().map(file -> file.getFileName().toString().split("\\.")[0]).toList();
    assertThat(kept).containsExactlyInAnyOrderElementsOf(Stories.all().keySet());
  }

  static List<Path> histories() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }
}
