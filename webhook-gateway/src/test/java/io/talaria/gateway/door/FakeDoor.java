package io.talaria.gateway.door;

import io.talaria.journal.inbox.OpenMessage;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.SendDelivered;
import io.talaria.journey.SendSettled;
import io.talaria.journey.SendTimed;
import io.talaria.journey.TakeOver;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Journeys that only listen. */
public class FakeDoor implements JourneyDoor {
  public final List<OpenMessage> messages = new CopyOnWriteArrayList<>();
  public final List<SendSettled> settled = new CopyOnWriteArrayList<>();
  public final List<SendDelivered> delivered = new CopyOnWriteArrayList<>();
  public final List<SendTimed> timed = new CopyOnWriteArrayList<>();
  public final List<TakeOver> takeovers = new CopyOnWriteArrayList<>();
  public final AtomicInteger knocks = new AtomicInteger();
  public volatile boolean away;
  private final Set<UUID> nobody = ConcurrentHashMap.newKeySet();
  private final Set<UUID> refusing = ConcurrentHashMap.newKeySet();

  public void hasNobodyFor(UUID candidateId) {
    nobody.add(candidateId);
  }

  public void refusesFor(UUID candidateId) {
    refusing.add(candidateId);
  }

  /** What the candidate's journey has heard, in order, repetitions included. */
  public List<MessageReceived> heardOf(UUID candidateId) {
    return messages.stream()
        .filter(open -> open.candidateId().equals(candidateId))
        .map(OpenMessage::message)
        .toList();
  }

  @Override
  public Told messageReceived(OpenMessage message) {
    knocks.incrementAndGet();
    if (away) {
      return Told.AWAY;
    }
    messages.add(message);
    return Told.HEARD;
  }

  @Override
  public Told sendSettled(UUID candidateId, SendSettled fact) {
    return signal(candidateId, () -> settled.add(fact));
  }

  @Override
  public Told sendDelivered(UUID candidateId, SendDelivered fact) {
    return signal(candidateId, () -> delivered.add(fact));
  }

  @Override
  public Told sendTimed(UUID candidateId, SendTimed fact) {
    return signal(candidateId, () -> timed.add(fact));
  }

  private Told signal(UUID candidateId, Runnable hear) {
    if (away) {
      return Told.AWAY;
    }
    if (nobody.contains(candidateId)) {
      return Told.NOBODY;
    }
    hear.run();
    return Told.HEARD;
  }

  @Override
  public Asked takeOver(UUID candidateId, TakeOver request) {
    if (away) {
      return Asked.of(Answer.AWAY);
    }
    takeovers.add(request);
    if (nobody.contains(candidateId)) {
      return Asked.of(Answer.NOBODY);
    }
    return refusing.contains(candidateId)
        ? new Asked(Answer.NO, "Bruno holds it since 10:42.")
        : Asked.of(Answer.YES);
  }
}
