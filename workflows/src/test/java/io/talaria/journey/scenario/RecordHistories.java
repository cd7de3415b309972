package io.talaria.journey.scenario;

import io.talaria.journey.JourneyIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tells every story and keeps its history; run by {@code temporal-dev/record-histories} alone. */
class RecordHistories {
  @Test
  void record() throws IOException {
    Path folder = Files.createDirectories(Path.of("src/test/resources/histories"));
    for (var story : Stories.all().entrySet()) {
      try (var world = new ScenarioWorld()) {
        var told = story.getValue().apply(world);
        String id = JourneyIds.workflowId(told.candidateId);
        String json =
            world.client().fetchHistory(id, world.firstRuns.get(told.candidateId)).toJson(true);
        Files.writeString(folder.resolve(story.getKey() + "." + told.candidateId + ".json"), json);
      }
    }
  }
}
