package io.talaria.gateway.door;

import io.talaria.gateway.door.JourneyDoor.Told;
import io.talaria.journal.inbox.Forwarding;
import io.talaria.journal.inbox.Messages;
import io.talaria.journal.inbox.OpenMessage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Signals recorded messages to their journeys, in order per candidate. */
@Component
public class Forwarder {
  private static final Logger log = LoggerFactory.getLogger(Forwarder.class);

  /** After the engine did not answer, nobody asks it for this long. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** Signalling stops well before the lease ends: a slow engine must not make two relays signal. */
  private static final Duration AT_IT = Forwarding.LEASE.dividedBy(2);

  private final Forwarding forwarding;
  private final JourneyDoor door;
  private final Heard heard;
  private final TaskExecutor signalling;
  private final TaskExecutor handingOver;
  private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
  private volatile long pausedUntil = System.nanoTime();

  Forwarder(
      Forwarding forwarding,
      JourneyDoor door,
      Heard heard,
      @Qualifier("signalling") TaskExecutor signalling,
      @Qualifier("handingOver") TaskExecutor handingOver) {
    this.forwarding = forwarding;
    this.door = door;
    this.heard = heard;
    this.signalling = signalling;
    this.handingOver = handingOver;
  }

  /** Signals a message that was just recorded, or what waits before it. Returns at once. */
  public void soon(Messages.Recorded recorded) {
    OpenMessage leased = recorded.leased();
    if (leased == null) {
      soon(recorded.candidateId());
    } else {
      execute(handingOver, () -> handOver(leased));
    }
  }

  /** Signals what is due of a candidate. Returns at once; no-op when that is about to happen. */
  void soon(UUID candidateId) {
    if (waiting.add(candidateId)
        && !execute(
            signalling,
            () -> {
              waiting.remove(candidateId);
              if (!paused()) {
                // What is before it may be with the engine already.
                tellHeard();
                signalAll(forwarding.lease(candidateId));
              }
            })) {
      waiting.remove(candidateId);
    }
  }

  /** Frees what the engine has, and signals what waited behind it. */
  @Scheduled(fixedDelayString = "${talaria.gateway.tell-heard-every}")
  void tellHeard() {
    heard.tell().forEach(this::soon);
  }

  private boolean execute(TaskExecutor executor, Runnable work) {
    try {
      executor.execute(
          () -> {
            try {
              work.run();
            } catch (DataAccessException | TransactionException e) {
              log.warn(
                  "The journal did not answer a relay ({}); the sweeper goes on",
                  e.getClass().getSimpleName());
            }
          });
      return true;
    } catch (TaskRejectedException full) {
      return false;
    }
  }

  private void handOver(OpenMessage message) {
    if (!paused() && heard(door.messageHandedOver(message))) {
      heard.add(List.of(message));
    } else {
      forwarding.putOff(ids(List.of(message)), PAUSE);
    }
  }

  /** Those after the first that was not heard stay behind it. */
  private void signalAll(List<OpenMessage> messages) {
    long end = System.nanoTime() + AT_IT.toNanos();
    int told = 0;
    while (told < messages.size() && System.nanoTime() - end < 0 && isHeard(messages.get(told))) {
      told++;
    }
    heard.add(messages.subList(0, told));
    if (told < messages.size()) {
      forwarding.putOff(ids(messages.subList(told, messages.size())), PAUSE);
    }
  }

  private boolean isHeard(OpenMessage message) {
    return !paused() && heard(door.messageReceived(message));
  }

  private boolean heard(Told told) {
    if (told == Told.AWAY) {
      pausedUntil = System.nanoTime() + PAUSE.toNanos();
    }
    return told != Told.AWAY;
  }

  private boolean paused() {
    return System.nanoTime() - pausedUntil < 0;
  }

  private static List<UUID> ids(List<OpenMessage> messages) {
    return messages.stream().map(open -> open.message().id()).toList();
  }
}
