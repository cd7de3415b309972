package io.talaria.dev.rehearsal;

import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.TimerStartedEventAttributes;
import io.temporal.common.converter.DefaultDataConverter;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The timer that a journey sleeps on.
 *
 * @param what is due then, in the journey's words; empty when nobody said
 */
record Sleeping(Instant until, String what) {

  /** The timer that fires first; empty when none is set. */
  static Optional<Sleeping> of(History history) {
    Map<String, Sleeping> set = new HashMap<>();
    for (HistoryEvent event : history.getEventsList()) {
      switch (event.getEventType()) {
        case EVENT_TYPE_TIMER_STARTED -> {
          TimerStartedEventAttributes timer = event.getTimerStartedEventAttributes();
          set.put(timer.getTimerId(), new Sleeping(fires(event, timer), summary(event)));
        }
        case EVENT_TYPE_TIMER_FIRED ->
            set.remove(event.getTimerFiredEventAttributes().getTimerId());
        case EVENT_TYPE_TIMER_CANCELED ->
            set.remove(event.getTimerCanceledEventAttributes().getTimerId());
        default -> {}
      }
    }
    return set.values().stream().min(Comparator.comparing(Sleeping::until));
  }

  private static Instant fires(HistoryEvent event, TimerStartedEventAttributes timer) {
    return Instant.ofEpochSecond(
        event.getEventTime().getSeconds() + timer.getStartToFireTimeout().getSeconds(),
        (long) event.getEventTime().getNanos() + timer.getStartToFireTimeout().getNanos());
  }

  private static String summary(HistoryEvent event) {
    if (!event.hasUserMetadata() || !event.getUserMetadata().hasSummary()) {
      return "";
    }
    return DefaultDataConverter.STANDARD_INSTANCE.fromPayload(
        event.getUserMetadata().getSummary(), String.class, String.class);
  }
}
