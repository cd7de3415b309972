package io.talaria.dev.bench.measure;

import static io.temporal.api.enums.v1.EventType.EVENT_TYPE_MARKER_RECORDED;
import static io.temporal.api.enums.v1.EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED;
import static io.temporal.api.enums.v1.EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED;
import static io.temporal.api.enums.v1.EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import io.talaria.dev.bench.crowd.Latencies;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void a_median_is_not_moved_by_one_outlier() {
    assertThat(Medians.of(List.of(100, 103, 5))).isEqualTo(100);
    assertThat(Medians.of(List.of(1.0, 2.0, 3.0, 40.0))).isEqualTo(2.5);
    assertThat(Medians.of(List.of())).isZero();
  }

  @Test
  void percentiles_are_those_of_what_was_added() {
    Latencies latencies = new Latencies();
    for (int millis = 1; millis <= 1000; millis++) {
      latencies.add(Duration.ofMillis(millis));
    }

    assertThat(latencies.millis(50)).isBetween(499.0, 501.0);
    assertThat(latencies.millis(99)).isBetween(989.0, 991.0);
    assertThat(latencies.maxMillis()).isBetween(999.0, 1001.0);
  }

  @Test
  void events_count_to_the_signal_before_them() {
    List<HistoryEvent> history =
        Stream.of(
                EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
                EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
                EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
                EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
                EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
                EVENT_TYPE_MARKER_RECORDED)
            .map(StatisticsTest::event)
            .toList();

    assertThat(EventsPerMessage.perMessage(history, event -> 1)).containsExactly(3, 3);
  }

  private static HistoryEvent event(EventType type) {
    return HistoryEvent.newBuilder().setEventType(type).build();
  }
}
