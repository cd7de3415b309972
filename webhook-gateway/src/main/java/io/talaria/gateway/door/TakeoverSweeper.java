package io.talaria.gateway.door;

import io.talaria.gateway.door.JourneyDoor.Asked;
import io.talaria.journal.repair.OpenJourney;
import io.talaria.journal.repair.OpenJourneys;
import io.talaria.journal.takeover.RequestedTakeovers;
import io.talaria.journal.takeover.RequestedTakeovers.Stalled;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks again for takeovers whose brake is up and of whose answer nobody knows: the bot is silent
 * already, the journey must learn why. Its step may also be lost after the journal had it, with the
 * console that would have asked again.
 */
@Component
class TakeoverSweeper {
  /** The console waits about as long for its own request. */
  private static final Duration STALLED = Duration.ofSeconds(15);

  private static final int AT_ONCE = 20;
  private static final String OVER =
      "There is no open journey to take over: it has ended or was never begun.";
  private static final String NO_REASON = "The journey refused the takeover.";

  private final RequestedTakeovers takeovers;
  private final JourneyDoor door;
  private final OpenJourneys journeys;
  private final JourneyRuns runs;

  TakeoverSweeper(
      RequestedTakeovers takeovers, JourneyDoor door, OpenJourneys journeys, JourneyRuns runs) {
    this.takeovers = takeovers;
    this.door = door;
    this.journeys = journeys;
    this.runs = runs;
  }

  /** All at once: each may wait for a journey whose worker is away. */
  @Scheduled(fixedDelayString = "${talaria.gateway.sweep-every}")
  void sweep() {
    var stalled = takeovers.olderThan(STALLED, AT_ONCE);
    if (stalled.isEmpty()) {
      return;
    }
    try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          stalled.stream()
              .map(takeover -> CompletableFuture.runAsync(() -> ask(takeover), asking))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(answers).join();
    }
  }

  private void ask(Stalled takeover) {
    UUID request = takeover.request().requestId();
    Asked asked = door.takeOver(takeover.candidateId(), takeover.request());
    switch (asked.answer()) {
      case YES -> takeovers.confirm(request);
      case AWAY -> {
        // Asked again at the next sweep.
      }
      case NO -> refused(takeover, Objects.requireNonNullElse(asked.refusal(), NO_REASON));
      case NOBODY ->
          journeys
              .of(takeover.candidateId())
              .ifPresentOrElse(this::goOn, () -> refused(takeover, OVER));
    }
  }

  /** One that the journal has as held stays so: another run may have done it meanwhile. */
  private void refused(Stalled takeover, String sentence) {
    UUID request = takeover.request().requestId();
    takeovers.refuse(takeover.candidateId(), request, sentence);
    takeovers.confirm(request);
  }

  /** The journey is open and its run was lost: another one is asked at the next sweep. */
  private void goOn(OpenJourney journey) {
    runs.goOn(journey.start(), null);
  }
}
