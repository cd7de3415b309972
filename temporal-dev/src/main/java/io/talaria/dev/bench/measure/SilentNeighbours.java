package io.talaria.dev.bench.measure;

import io.talaria.definition.Plan;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Bot;
import io.talaria.port.Channel;
import io.talaria.port.Delivered;
import io.talaria.port.Delivery;
import io.talaria.port.Desk;
import io.talaria.port.Journal;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Written;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Neighbours of journeys whose candidates say hello and then nothing. They answer at once. */
final class SilentNeighbours implements Bot, Channel, Desk, Journal {
  private final Plan plan;

  SilentNeighbours(Plan plan) {
    this.plan = plan;
  }

  @Override
  public Proposal propose(Turn turn) {
    return new Proposal(
        turn.messages().stream().map(MessageReceived::id).toList(),
        List.of(new Outbound.Text("Which kind of work are you looking for?")),
        Map.of(),
        turn.language(),
        turn.stage(),
        "role",
        0,
        null,
        null,
        new Proposal.Decision("script", "v1.0", "role", 1));
  }

  @Override
  public Delivered deliver(Delivery delivery) {
    return sent(delivery);
  }

  @Override
  public Delivered send(Delivery delivery) {
    return sent(delivery);
  }

  /** The test server's time is not ours, so the time of the outcome is the journey's. */
  private static Delivered sent(Delivery delivery) {
    Instant at =
        Instant.ofEpochMilli(
            io.temporal.activity.Activity.getExecutionContext()
                .getInfo()
                .getCurrentAttemptScheduledTimestamp());
    return new Delivered(
        Delivered.Outcome.SENT, at, "wamid." + delivery.key(), null, null, null, null, true);
  }

  @Override
  public void alert(Alert alert) {}

  @Override
  public Opened open(Open request) {
    return new Opened(true, UUID.randomUUID(), 1, plan, "en", 0, null);
  }

  @Override
  public Written record(JourneyWrite write) {
    return Written.NEWEST;
  }

  @Override
  public TakeoverReceipt stopBot(StopBot request) {
    throw new UnsupportedOperationException("Nobody takes a silent journey over");
  }

  @Override
  public long releaseBrake(ReleaseBrake request) {
    throw new UnsupportedOperationException("Nobody takes a silent journey over");
  }

  @Override
  public long dropQueued(DropQueued request) {
    throw new UnsupportedOperationException("Nothing of a silent journey waits to be sent");
  }

  @Override
  public Remembered remembered(Asked request) {
    throw new UnsupportedOperationException("Nobody asks a silent journey for anything");
  }

  @Override
  public Brake brake(UUID candidateId) {
    return new Brake(0, false);
  }

  @Override
  public PlanFound plan(Planned request) {
    throw new UnsupportedOperationException("Nobody moves a silent journey");
  }

  @Override
  public Settled settle(Settle request) {
    throw new UnsupportedOperationException("No send is uncertain");
  }
}
