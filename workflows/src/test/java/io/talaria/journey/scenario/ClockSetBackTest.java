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
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A history of the real server, whose clock went ahead by ten minutes and was set right: a message
 * that came then is answered when its typing pause's timer has fired. The test server's clock only
 * goes forward, so this can't be a scenario, and {@code record-histories} doesn't make it anew: it
 * goes when the old branch of {@code pauses-end} goes and a change rightly breaks it.
 */
class ClockSetBackTest {
  private static final UUID CANDIDATE = UUID.fromString("413389b7-9385-4a3c-a7ce-cd2c30a0ab59");
  private static final Path HISTORY =
      Path.of("src/test/resources/bad-days/clock-set-back." + CANDIDATE + ".json");

  @Test
  void a_typing_pause_ends_with_its_timer_although_the_engines_time_stands_still()
      throws IOException {
    var recorded =
        WorkflowExecutionHistory.fromJson(
            Files.readString(HISTORY), JourneyIds.workflowId(CANDIDATE));
    assertThat(recorded.getEvents())
        .anySatisfy(
            event ->
                assertThat(event.getMarkerRecordedEventAttributes().toString())
                    .contains("pauses-end"));
    try (var server = TestWorkflowEnvironment.newInstance(ScenarioWorld.options())) {
      Worker worker = server.newWorker(JourneyIds.JOURNEYS_QUEUE, ScenarioWorld.patient());
      worker.registerWorkflowImplementationTypes(CandidateJourneyImpl.class);
      // Code that sets the pause anew asks for a timer where this history has the answer.
      assertThatCode(() -> worker.replayWorkflowExecution(recorded)).doesNotThrowAnyException();
    }
  }
}
