package io.talaria.dev.rehearsal;

import static io.temporal.api.enums.v1.EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED;
import static io.temporal.api.enums.v1.EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.WorkflowTaskFailedEventAttributes;
import org.junit.jupiter.api.Test;

class UnfinishedTest {
  @Test
  void a_task_that_a_message_overtook_is_done_anew_and_has_not_failed() {
    Unfinished unfinished =
        after(
            WorkflowTaskFailedEventAttributes.newBuilder()
                .setCause(WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND)
                .build());
    assertThat(unfinished.task()).isTrue();
    assertThat(unfinished.failure()).isNull();
  }

  @Test
  void a_task_whose_step_threw_has_failed() {
    var thrown = Failure.newBuilder().setMessage("no such step").build();
    Unfinished unfinished =
        after(
            WorkflowTaskFailedEventAttributes.newBuilder()
                .setCause(
                    WorkflowTaskFailedCause
                        .WORKFLOW_TASK_FAILED_CAUSE_WORKFLOW_WORKER_UNHANDLED_FAILURE)
                .setFailure(thrown)
                .build());
    assertThat(unfinished.failure()).isEqualTo(thrown);
  }

  private static Unfinished after(WorkflowTaskFailedEventAttributes failed) {
    return Unfinished.of(
        History.newBuilder()
            .addEvents(
                HistoryEvent.newBuilder()
                    .setEventId(1)
                    .setEventType(EVENT_TYPE_WORKFLOW_TASK_SCHEDULED))
            .addEvents(
                HistoryEvent.newBuilder()
                    .setEventId(2)
                    .setEventType(EVENT_TYPE_WORKFLOW_TASK_FAILED)
                    .setWorkflowTaskFailedEventAttributes(failed))
            .build());
  }
}
