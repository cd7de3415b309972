package io.talaria.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param workflowTaskSlots how many journeys may take a step at once; a quarter of them may be
 *     sending
 * @param activitySlots of each queue
 * @param cachedJourneys kept in memory, so that a step needs no replay
 * @param reapEvery how often sends are looked for whose caller died in the call
 * @param shutdownGrace how long a stopping worker lets what it began end; longer than any call
 */
@ConfigurationProperties("talaria.worker")
public record WorkerSettings(
    @DefaultValue("64") int workflowTaskSlots,
    @DefaultValue("64") int activitySlots,
    @DefaultValue("1000") int cachedJourneys,
    @DefaultValue("30s") Duration shutdownGrace,
    @DefaultValue("2s") Duration reapEvery) {
  public WorkerSettings {
    Demand.that(
        workflowTaskSlots >= 4 && workflowTaskSlots <= 10_000,
        "talaria.worker.workflow-task-slots must be between 4 and 10000, but is "
            + workflowTaskSlots);
    Demand.that(
        activitySlots >= 1 && activitySlots <= 10_000,
        "talaria.worker.activity-slots must be between 1 and 10000, but is " + activitySlots);
    Demand.that(
        cachedJourneys >= 1,
        "talaria.worker.cached-journeys must be at least 1, but is " + cachedJourneys);
    Demand.that(
        shutdownGrace.compareTo(Duration.ofSeconds(6)) >= 0,
        "talaria.worker.shutdown-grace must be at least 6s, so that a send can end, but is "
            + shutdownGrace);
  }
}
