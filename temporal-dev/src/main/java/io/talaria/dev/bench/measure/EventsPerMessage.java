package io.talaria.dev.bench.measure;

import io.talaria.dev.bench.crowd.Candidate;
import io.talaria.dev.bench.crowd.Exchange;
import io.talaria.dev.bench.ground.Ground;
import io.talaria.dev.bench.report.Reading;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToIntFunction;

/** What a message leaves in the history of its journey, counted in real ones. */
final class EventsPerMessage implements Measure {
  private static final int JOURNEYS = 20;
  private static final int TAPS = 5;

  @Override
  public String name() {
    return "events";
  }

  @Override
  public String what() {
    return "history events per scripted message and reply";
  }

  @Override
  public boolean wantsItCompiled() {
    return false;
  }

  @Override
  public List<Reading> on(Ground ground, Scale scale) throws InterruptedException {
    List<Integer> taps = new ArrayList<>();
    List<Integer> texts = new ArrayList<>();
    List<Integer> bytes = new ArrayList<>();
    List<Integer> largest = new ArrayList<>();
    for (Candidate candidate : ground.crowd().welcome(scale.of(JOURNEYS), 10)) {
      ground.crowd().reserve(candidate);
      for (int i = 0; i < TAPS; i++) {
        await(ground.crowd().writes(candidate, Instant.now()));
      }
      // A text, which a typing pause follows.
      await(ground.crowd().says(candidate, "Much", Instant.now()));
      // The workflow task that sent it ends a moment after WhatsApp had it.
      Thread.sleep(1000);
      List<HistoryEvent> history = ground.histories().of(id(ground, candidate));
      List<Integer> costs = perMessage(history, event -> 1);
      List<Integer> sizes = perMessage(history, HistoryEvent::getSerializedSize);
      bytes.addAll(sizes.subList(1, sizes.size() - 1));
      largest.add(history.stream().mapToInt(HistoryEvent::getSerializedSize).max().orElse(0));
      // The first is the hello, with everything that opens a journey.
      taps.addAll(costs.subList(1, costs.size() - 1));
      texts.add(costs.getLast());
    }
    return List.of(
        Reading.of(name(), "tapped answer and reply, median", Medians.of(taps), "events")
            .atMost(8)
            .with("all", taps),
        Reading.of(name(), "text, typing pause and reply, median", Medians.of(texts), "events")
            .atMost(13)
            .with("all", texts),
        Reading.of(name(), "history of a tapped answer and reply", Medians.of(bytes) / 1000, "kB")
            .with("largest event, kB", Medians.rounded(Medians.of(largest) / 1000)));
  }

  static UUID id(Ground ground, Candidate candidate) {
    return ground
        .journal()
        .candidateOf(candidate.lastWamid().orElseThrow())
        .orElseThrow(() -> new IllegalStateException("The journal doesn't know the candidate"));
  }

  private static void await(Exchange exchange) throws InterruptedException {
    try {
      exchange.replied().get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("A message got no reply", e);
    }
  }

  /** What events weigh from each message to the next; what comes before the first counts to it. */
  static List<Integer> perMessage(List<HistoryEvent> history, ToIntFunction<HistoryEvent> weight) {
    List<Integer> counts = new ArrayList<>();
    int since = 0;
    boolean any = false;
    for (HistoryEvent event : history) {
      if (isMessage(event)) {
        if (any) {
          counts.add(since);
          since = 0;
        }
        any = true;
      }
      since += weight.applyAsInt(event);
    }
    if (any) {
      counts.add(since);
    }
    return counts;
  }

  /** Signalled, or handed over as an Update. */
  private static boolean isMessage(HistoryEvent event) {
    return event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED
        || event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED;
  }
}
