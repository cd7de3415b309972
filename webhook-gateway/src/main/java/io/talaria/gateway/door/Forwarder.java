package io.talaria.gateway.door;

import io.talaria.gateway.door.JourneyDoor.Told;
import io.talaria.journal.inbox.Forwarding;
import io.talaria.journal.inbox.Messages;
import io.talaria.journal.inbox.OpenMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells journeys of recorded messages, in order per candidate, and no more at once than can be
 * served: what comes on top waits in the journal, where waiting costs nothing, and not in the
 * engine, where it would slow down those before it.
 */
@Component
public class Forwarder {
  private static final Logger log = LoggerFactory.getLogger(Forwarder.class);

  /** What may wait for one of the threads; a sweep brings no more. */
  public static final int MOST_WAITING = 500;

  /** After the engine did not answer, nobody asks it for this long. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** Telling stops well before the lease ends: a slow engine must not make two relays tell. */
  private static final Duration AT_IT = Forwarding.LEASE.dividedBy(2);

  private final Forwarding forwarding;
  private final JourneyDoor door;
  private final Heard heard;
  private final TaskExecutor threads;
  private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
  private final Queue<UUID> left = new ConcurrentLinkedQueue<>();
  private volatile boolean behind;
  private volatile long pausedUntil = System.nanoTime();

  Forwarder(
      Forwarding forwarding,
      JourneyDoor door,
      Heard heard,
      @Qualifier("forwarding") TaskExecutor threads) {
    this.forwarding = forwarding;
    this.door = door;
    this.heard = heard;
    this.threads = threads;
  }

  /**
   * Tells of a message that was just recorded, or of what waits before it. Returns at once. While
   * older ones wait in the journal, this one joins them.
   */
  public void soon(Messages.Recorded recorded) {
    OpenMessage leased = recorded.leased();
    if (leased == null) {
      soon(recorded.candidateId());
      return;
    }
    long end = System.nanoTime() + AT_IT.toNanos();
    if (behind || !execute(() -> forward(List.of(leased), end))) {
      leave(leased);
    }
  }

  /** Whether messages wait in the journal for want of a place. */
  boolean isBehind() {
    return behind;
  }

  /** Tells of what is due of a candidate. Returns at once; no-op when that is about to happen. */
  private void soon(UUID candidateId) {
    if (!behind) {
      fromJournal(candidateId);
    }
  }

  /** Looks for what is due, whoever left it behind, the oldest first. */
  void sweep() {
    List<UUID> due = forwarding.due(MOST_WAITING);
    if (due.size() == MOST_WAITING) {
      fallBehind();
    } else {
      catchUp();
    }
    due.forEach(this::fromJournal);
  }

  private void fallBehind() {
    if (!behind) {
      behind = true;
      log.info("More messages come than journeys take: the rest waits in the journal");
    }
  }

  private void catchUp() {
    if (behind) {
      behind = false;
      log.info("No message waits in the journal for want of a place any more");
    }
  }

  /** Frees what the engine has or what found no place, and tells of what waited behind it. */
  @Scheduled(fixedDelayString = "${talaria.gateway.tell-heard-every}")
  void tellHeard() {
    freeLeft();
    heard.tell().forEach(this::soon);
  }

  private void fromJournal(UUID candidateId) {
    if (waiting.add(candidateId)
        && !execute(
            () -> {
              waiting.remove(candidateId);
              if (!paused()) {
                // What is before it may be with the engine already.
                tellHeard();
                long end = System.nanoTime() + AT_IT.toNanos();
                forward(forwarding.lease(candidateId), end);
              }
            })) {
      waiting.remove(candidateId);
    }
  }

  private boolean execute(Runnable work) {
    try {
      threads.execute(
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
      fallBehind();
      return false;
    }
  }

  /** Those after the first that was not heard stay behind it; so do all when the end has come. */
  private void forward(List<OpenMessage> messages, long end) {
    if (System.nanoTime() - end > 0) {
      messages.forEach(this::leave);
      return;
    }
    int told = 0;
    while (told < messages.size()
        && System.nanoTime() - end < 0
        && isHeard(messages.get(told), told == messages.size() - 1)) {
      told++;
    }
    heard.add(messages.subList(0, told));
    if (told < messages.size()) {
      forwarding.putOff(ids(messages.subList(told, messages.size())), PAUSE);
    }
  }

  /**
   * The last one waits for the journey's step, so that no more is with the engine than there are
   * threads; what was told before may be known to the run by its id as handed over, so it is
   * signalled.
   */
  private boolean isHeard(OpenMessage message, boolean last) {
    if (paused()) {
      return false;
    }
    Told told =
        last && !message.told() ? door.messageHandedOver(message) : door.messageReceived(message);
    if (told != Told.AWAY) {
      return true;
    }
    pausedUntil = System.nanoTime() + PAUSE.toNanos();
    forwarding.unanswered(message.message().id());
    return false;
  }

  /** To the journal; the sweep finds it there. */
  private void leave(OpenMessage message) {
    left.add(message.message().id());
  }

  /** Together, twice a second. What a crash forgets here is free when its lease has run out. */
  private void freeLeft() {
    List<UUID> free = new ArrayList<>();
    for (UUID id = left.poll(); id != null; id = left.poll()) {
      free.add(id);
    }
    if (!free.isEmpty()) {
      forwarding.putOff(free, Duration.ZERO);
    }
  }

  private boolean paused() {
    return System.nanoTime() - pausedUntil < 0;
  }

  private static List<UUID> ids(List<OpenMessage> messages) {
    return messages.stream().map(open -> open.message().id()).toList();
  }
}
