package io.talaria.dev.rehearsal;

import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
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
            failure = event.getWorkflowTaskFailedEventAttributes().getFailure();
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
}
