package io.talaria.worker.interleaving.temporal;

import io.talaria.port.Channel;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Claim;
import io.talaria.worker.interleaving.Rows;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends as the worker does, row, call, outcome, over rows on paper, to a WhatsApp that takes its
 * time, refuses for now or for good, or leaves its answer open.
 */
final class PaperChannel implements Channel {
  /** Of a sender that stands still, until a takeover has its receipt or is known to wait for it. */
  private static final Duration STANDS_STILL = Duration.ofMillis(250);

  private static final Duration AWAITED = Duration.ofMillis(80);

  private final Life life;

  PaperChannel(Life life) {
    this.life = life;
  }

  @Override
  public Delivered deliver(Delivery delivery) {
    life.reaches(Moment.ROW);
    synchronized (life) {
      Optional<Delivered> stands = begin(delivery, true);
      if (stands.isPresent()) {
        return stands.get();
      }
      if (life.mayDie(50, "in the call")) {
        return lost(delivery);
      }
    }
    life.reaches(Moment.CALL);
    Delivered delivered = finish(delivery, call(delivery));
    life.mayDie(12, "sent");
    return delivered;
  }

  @Override
  public Delivered send(Delivery delivery) {
    standsStill(life.reachesOnQueue(Moment.ROW), STANDS_STILL);
    synchronized (life) {
      Optional<Delivered> stands = begin(delivery, false);
      if (stands.isPresent()) {
        return nowOrLater(stands.get());
      }
      if (life.befalls(30, "in the queue's call")) {
        lost(delivery);
        throw again("WorkerDies");
      }
    }
    Future<?> meanwhile = life.reachesOnQueue(Moment.CALL);
    if (meanwhile != null && life.dice.oneIn(2, "overdue", delivery.key())) {
      overdue(delivery, Duration.ZERO);
      standsStill(meanwhile, STANDS_STILL);
    } else {
      standsStill(meanwhile, AWAITED);
    }
    Delivered delivered = finish(delivery, call(delivery));
    if (life.befalls(30, "after the queue's call")) {
      throw again("WorkerDies");
    }
    return nowOrLater(delivered);
  }

  /** What stands already; empty for whoever may call now. */
  private Optional<Delivered> begin(Delivery delivery, boolean local) {
    Optional<Claim> instead = life.turns.instead(delivery.claim());
    if (instead.isPresent()) {
      Claim first = instead.get();
      return Optional.of(
          new Delivered(
              Outcome.ADOPT,
              life.clock.get(),
              null,
              null,
              null,
              null,
              first.proposal(),
              false,
              first.key()));
    }
    String begun = life.rows.begin(row(delivery));
    if (!begun.equals("CALL")) {
      return Optional.of(told(delivery, begun));
    }
    life.turns.claim(delivery.claim());
    return local && life.rows.othersOpen(delivery.key())
        ? Optional.of(told(delivery, life.rows.finish(row(delivery), "QUEUED")))
        : Optional.empty();
  }

  /** Nobody will tell the outcome of this call, and its time is over. */
  private Delivered lost(Delivery delivery) {
    overdue(delivery, Duration.ofSeconds(2));
    return told(delivery, "SENDING");
  }

  private void overdue(Delivery delivery, Duration since) {
    synchronized (life) {
      life.rows.isOverdue(delivery.key(), since);
    }
  }

  private String call(Delivery delivery) {
    life.takes(3, "call");
    synchronized (life) {
      String key = delivery.key();
      if (!life.rows.mayLeave(key)) {
        return "QUEUED";
      }
      String outcome = outcome(key, life.nth("call:" + key));
      boolean arrives =
          outcome.equals("SENT")
              || (outcome.equals("UNCERTAIN") && life.dice.oneIn(2, "arrives", key));
      if (arrives) {
        life.evidence.ledger.accepts(row(delivery));
        life.evidence.accepted(delivery);
      }
      return outcome;
    }
  }

  private String outcome(String key, int attempt) {
    int of = life.dice.below(100, "outcome", key, attempt);
    int refusedForNow = life.dice.oneIn(4, "busy") ? 50 : 8;
    if (of < refusedForNow && attempt < 4) {
      return "QUEUED";
    }
    return of > 98 ? "REJECTED" : of > 93 ? "UNCERTAIN" : "SENT";
  }

  private Delivered finish(Delivery delivery, String outcome) {
    life.reaches(Moment.OUTCOME);
    synchronized (life) {
      return told(delivery, life.rows.finish(row(delivery), outcome));
    }
  }

  private Delivered told(Delivery delivery, String state) {
    Outcome outcome =
        switch (state) {
          case "QUEUED", "SENDING" -> Outcome.DEFERRED;
          default -> Outcome.valueOf(state);
        };
    boolean left = outcome == Outcome.SENT || outcome == Outcome.UNCERTAIN;
    boolean written =
        left && delivery.after() != null && life.journal.write(delivery.after()).stands();
    return new Delivered(outcome, life.clock.get(), null, null, null, null, null, written);
  }

  private Delivered nowOrLater(Delivered delivered) {
    if (delivered.outcome() != Outcome.DEFERRED) {
      return delivered;
    }
    throw again("NotNow");
  }

  /** Soon: a task that cancels this call is lost until the next attempt has begun. */
  private ApplicationFailure again(String type) {
    return ApplicationFailure.newBuilder()
        .setType(type)
        .setMessage("Refused for now")
        .setDetails("THROTTLE")
        .setNextRetryDelay(Duration.ofMillis(2 + life.dice.below(30, life.nth("again"))))
        .build();
  }

  private static Rows.Send row(Delivery delivery) {
    return new Rows.Send(delivery.key(), delivery.epoch(), delivery.operatorId());
  }

  private static void standsStill(@Nullable Future<?> until, Duration most) {
    if (until == null) {
      return;
    }
    try {
      until.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException goesOn) {
      // It wakes before the other is done, who waits for it perhaps.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
