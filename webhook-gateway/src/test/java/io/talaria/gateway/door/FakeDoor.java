package io.talaria.gateway.door;

import io.talaria.journal.inbox.OpenMessage;
import io.talaria.journey.JourneyStart;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.OutsideSpoke;
import io.talaria.journey.Phase;
import io.talaria.journey.PhaseChanged;
import io.talaria.journey.PlanChosen;
import io.talaria.journey.SendDelivered;
import io.talaria.journey.SendSettled;
import io.talaria.journey.SendTimed;
import io.talaria.journey.TakeOver;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Journeys that only listen. */
public class FakeDoor implements JourneyDoor, JourneyRuns {
  public final List<OpenMessage> messages = new CopyOnWriteArrayList<>();

  /** Ids of messages that were handed over, and not signalled. */
  public final List<UUID> handedOver = new CopyOnWriteArrayList<>();

  public final List<SendSettled> settled = new CopyOnWriteArrayList<>();
  public final List<SendDelivered> delivered = new CopyOnWriteArrayList<>();
  public final List<SendTimed> timed = new CopyOnWriteArrayList<>();
  public final Map<UUID, Phase> phases = new ConcurrentHashMap<>();
  public final Map<UUID, PlanChosen> plans = new ConcurrentHashMap<>();
  public final List<OutsideSpoke> spoken = new CopyOnWriteArrayList<>();
  public final List<UUID> woken = new CopyOnWriteArrayList<>();
  public final List<UUID> wokenInVain = new CopyOnWriteArrayList<>();
  public final List<TakeOver> takeovers = new CopyOnWriteArrayList<>();
  public final AtomicInteger knocks = new AtomicInteger();
  public volatile boolean away;

  /** Done before a message that is handed over is heard. */
  public volatile Runnable beforeAMessage = () -> {};

  /** Done before each fact is heard. */
  public volatile Runnable beforeAFact = () -> {};

  private final Set<UUID> nobody = ConcurrentHashMap.newKeySet();
  public final List<JourneyStart> begun = new CopyOnWriteArrayList<>();
  private final Set<UUID> failing = ConcurrentHashMap.newKeySet();
  private final Map<UUID, JourneyState> states = new ConcurrentHashMap<>();
  private final Set<UUID> refusing = ConcurrentHashMap.newKeySet();

  public void hasNobodyFor(UUID candidateId) {
    nobody.add(candidateId);
  }

  public void refusesFor(UUID candidateId) {
    refusing.add(candidateId);
  }

  /** What the candidate's journey has heard, in order, repetitions included. */
  public List<MessageReceived> heardOf(UUID candidateId) {
    return openOf(candidateId).stream().map(OpenMessage::message).toList();
  }

  /** The same, as the journal had them. */
  public List<OpenMessage> openOf(UUID candidateId) {
    return messages.stream().filter(open -> open.candidateId().equals(candidateId)).toList();
  }

  @Override
  public Run look(UUID candidateId) {
    if (away) {
      return new Run(Standing.AWAY, null);
    }
    if (failing.contains(candidateId)) {
      return new Run(Standing.FAILING, "run-of-" + candidateId);
    }
    return nobody.contains(candidateId)
        ? new Run(Standing.NONE, null)
        : new Run(Standing.RUNNING, "run-of-" + candidateId);
  }

  @Override
  public Begun goOn(JourneyStart start, @Nullable String instead) {
    if (away) {
      return Begun.AWAY;
    }
    if (instead == null && !nobody.contains(start.candidateId())) {
      return Begun.RUNS_ALREADY;
    }
    begun.add(start);
    nobody.remove(start.candidateId());
    failing.remove(start.candidateId());
    return Begun.BEGUN;
  }

  @Override
  public Optional<JourneyState> state(UUID candidateId) {
    return Optional.ofNullable(states.get(candidateId));
  }

  @Override
  public Iterable<UUID> running() {
    return states.keySet();
  }

  @Override
  public Reached planChosen(UUID candidateId, PlanChosen chosen) {
    return Reached.valueOf(signal(candidateId, () -> plans.put(candidateId, chosen)).name());
  }

  /** What the candidate's run knows of its journey. */
  public void knows(UUID candidateId, JourneyState state) {
    states.put(candidateId, state);
  }

  public void failsFor(UUID candidateId) {
    failing.add(candidateId);
  }

  @Override
  public Told wake(UUID candidateId, Instant due) {
    Told told = signal(candidateId, () -> woken.add(candidateId));
    if (told == Told.AWAY) {
      wokenInVain.add(candidateId);
    }
    return told;
  }

  @Override
  public Told messageHandedOver(OpenMessage message) {
    beforeAMessage.run();
    handedOver.add(message.message().id());
    return messageReceived(message);
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
  public Told phaseChanged(UUID candidateId, PhaseChanged fact) {
    return signal(candidateId, () -> phases.put(candidateId, fact.phase()));
  }

  @Override
  public Told outsideSpoke(UUID candidateId, OutsideSpoke fact) {
    return signal(candidateId, () -> spoken.add(fact));
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
    beforeAFact.run();
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
