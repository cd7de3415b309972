package io.talaria.worker.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.talaria.journal.definition.Definitions;
import io.talaria.journal.journey.Answers;
import io.talaria.journal.journey.Brakes;
import io.talaria.journal.journey.JourneyWrites;
import io.talaria.journal.journey.Journeys;
import io.talaria.journal.send.Settling;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Journal;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Written;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Passes on to the journal what a journey asks of it. What can't be done is an answer: a failure
 * that isn't worth another try would end the journey.
 */
@Component
class JournalActivity implements Journal {
  private final Journeys journeys;
  private final JourneyWrites writes;
  private final Brakes brakes;
  private final BotStop botStop;
  private final Settling settling;
  private final Answers answers;
  private final Definitions definitions;
  private final Counter conflicts;

  JournalActivity(
      Journeys journeys,
      JourneyWrites writes,
      Brakes brakes,
      BotStop botStop,
      Settling settling,
      Answers answers,
      Definitions definitions,
      MeterRegistry meters) {
    this.journeys = journeys;
    this.writes = writes;
    this.brakes = brakes;
    this.botStop = botStop;
    this.settling = settling;
    this.answers = answers;
    this.definitions = definitions;
    this.conflicts =
        Counter.builder("talaria.journey.conflicts")
            .description("Writes of a revision that was there with other content; must stay 0")
            .register(meters);
  }

  @Override
  public Opened open(Open request) {
    return journeys.open(request);
  }

  @Override
  public Written record(JourneyWrite write) {
    return writes.write(write);
  }

  @Override
  public TakeoverReceipt stopBot(StopBot request) {
    return botStop.stop(request);
  }

  @Override
  public long releaseBrake(ReleaseBrake request) {
    return brakes.release(request);
  }

  @Override
  public long dropQueued(DropQueued request) {
    return brakes.dropQueued(request);
  }

  @Override
  public Brake brake(UUID candidateId) {
    return brakes.stands(candidateId);
  }

  @Override
  public Remembered remembered(Asked request) {
    return answers.remembered(request.candidateId(), request.requestId());
  }

  @Override
  public PlanFound plan(Planned request) {
    return new PlanFound(
        definitions
            .find(request.accountId(), request.definition(), request.number())
            .map(found -> found.definition().plan())
            .orElse(null));
  }

  @Override
  public Settled settle(Settle request) {
    return settling.settle(request);
  }

  @EventListener
  void onConflict(JourneyWrites.Conflict ignored) {
    conflicts.increment();
  }
}
