package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.talaria.journey.JourneyIds;
import io.talaria.journey.flow.CandidateJourneyImpl;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    replays(history, Files.readString(history));
  }

  private static void replays(Path history, String events) {
    UUID candidate = UUID.fromString(history.getFileName().toString().split("\\.")[1]);
    var recorded = WorkflowExecutionHistory.fromJson(events, JourneyIds.workflowId(candidate));
    try (var server = TestWorkflowEnvironment.newInstance(ScenarioWorld.options())) {
      Worker worker = server.newWorker(JourneyIds.JOURNEYS_QUEUE, ScenarioWorld.patient());
      worker.registerWorkflowImplementationTypes(CandidateJourneyImpl.class);
      assertThatCode(() -> worker.replayWorkflowExecution(recorded)).doesNotThrowAnyException();
    }
  }

  /** Its words called a person when any word in a short text did; the run goes on with that. */
  @Test
  void a_run_that_read_words_as_before_replays() throws IOException {
    Path history =
        histories().stream()
            .filter(file -> file.getFileName().toString().startsWith("asks-for-a-person"))
            .findFirst()
            .orElseThrow();
    String recorded = Files.readString(history).replace("\\u003d", "=");
    String told =
        Pattern.compile("\"data\": *\"([^\"]+)\"")
            .matcher(recorded)
            .replaceAll(data -> saying(data, "pessoa", "sou uma pessoa calma"));
    assertThat(told).isNotEqualTo(recorded);
    replays(history, told);
  }

  /** A payload's line, with other words in it where it has these. */
  private static String saying(MatchResult data, String words, String others) {
    String json = new String(Base64.getDecoder().decode(data.group(1)), StandardCharsets.UTF_8);
    String changed =
        json.replace("\"text\":\"%s\"".formatted(words), "\"text\":\"%s\"".formatted(others));
    return changed.equals(json)
        ? Matcher.quoteReplacement(data.group())
        : "\"data\": \"%s\""
            .formatted(
                Base64.getEncoder().encodeToString(changed.getBytes(StandardCharsets.UTF_8)));
  }

  /** Some have two: one of a run that began before a version stands beside the newest. */
  @Test
  void every_story_has_a_history() throws IOException {
    Set<String> kept =
        histories().stream()
            .map(file -> file.getFileName().toString().split("\\.")[0])
            .collect(Collectors.toSet());
    assertThat(kept).containsExactlyInAnyOrderElementsOf(Stories.all().keySet());
  }

  static List<Path> histories() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }
}
