package io.talaria.dev.rehearsal;

import static io.temporal.api.enums.v1.WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND;

import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.WorkflowTaskFailedEventAttributes;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a history shows as begun and not yet done, timers aside.
 *
 * @param task whether the workflow has a task
 * @param activities events that scheduled activities which are under way
 * @param failure of the newest task; null when it didn't fail
 */
record Unfinished(boolean task, Set<Long> activities, @Nullable Failure failure) {

  boolean nothing() {
    return !task && activities.isEmpty();
  }

  static Unfinished of(History history) {
    boolean task = false;
    Failure failure = null;
    var activities = new HashSet<Long>();
    for (HistoryEvent event : history.getEventsList()) {
      switch (event.getEventType()) {
        case EVENT_TYPE_WORKFLOW_TASK_SCHEDULED -> task = true;
        case EVENT_TYPE_WORKFLOW_TASK_COMPLETED -> {
          task = false;
          failure = null;
        }
        case EVENT_TYPE_WORKFLOW_TASK_FAILED ->
            failure = of(event.getWorkflowTaskFailedEventAttributes());
        case EVENT_TYPE_ACTIVITY_TASK_SCHEDULED -> activities.add(event.getEventId());
        case EVENT_TYPE_ACTIVITY_TASK_COMPLETED ->
            activities.remove(
                event.getActivityTaskCompletedEventAttributes().getScheduledEventId());
        case EVENT_TYPE_ACTIVITY_TASK_FAILED ->
            activities.remove(event.getActivityTaskFailedEventAttributes().getScheduledEventId());
        case EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT ->
            activities.remove(event.getActivityTaskTimedOutEventAttributes().getScheduledEventId());
        case EVENT_TYPE_ACTIVITY_TASK_CANCELED ->
            activities.remove(event.getActivityTaskCanceledEventAttributes().getScheduledEventId());
        default -> {}
      }
    }
    return new Unfinished(task, activities, failure);
  }

  /**
   * A run may not end while a message comes in: the server takes that for a failed task, without a
   * reason, and gives it to the worker anew.
   */
  private static @Nullable Failure of(WorkflowTaskFailedEventAttributes task) {
    return task.getCause() == WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND
        ? null
        : task.getFailure();
  }
}
