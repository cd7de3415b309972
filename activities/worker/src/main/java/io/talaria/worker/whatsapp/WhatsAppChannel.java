package io.talaria.worker.whatsapp;

import io.talaria.journal.send.Beginning;
import io.talaria.journal.send.CallOutcome;
import io.talaria.journal.send.Intents;
import io.talaria.journal.send.Recipient;
import io.talaria.journal.send.Treatment;
import io.talaria.port.Channel;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.TurnKey;
import io.talaria.worker.WorkerSettings;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Sends over WhatsApp: the journal says who may call, this calls once and tells the outcome. */
@Component
class WhatsAppChannel implements Channel {
  private static final Logger log = LoggerFactory.getLogger(WhatsAppChannel.class);

  /** Of {@code deliver} in all: an Update waits for a local activity that is under way. */
  private static final Duration AT_ONCE = Duration.ofSeconds(5);

  /** Kept for writing the outcome. */
  private static final Duration TO_WRITE = Duration.ofMillis(500);

  /** For another caller of the same send, within the activity's own time. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(12);

  /** For the outcome when the database stumbles; {@code deliver} stays within 7 s with it. */
  private static final Duration LONGEST_WRITE = Duration.ofMillis(1500);

  private static final Duration BEFORE_NEXT_WRITE = Duration.ofMillis(100);

  /** Less than this is not worth a call. */
  private static final Duration LEAST = Duration.ofMillis(300);

  private final Intents intents;
  private final GraphClient graph;
  private final WhatsAppSettings settings;
  private final ReadReceipts receipts;
  private final Throttle throttle;
  private final SpareRate spare;
  private final Bulkhead bulkhead;
  private final Breaker breaker = new Breaker();

  WhatsAppChannel(
      Intents intents,
      GraphClient graph,
      WhatsAppSettings settings,
      ReadReceipts receipts,
      Throttle throttle,
      SpareRate spare,
      WorkerSettings worker) {
    this.intents = intents;
    this.graph = graph;
    this.settings = settings;
    this.receipts = receipts;
    this.throttle = throttle;
    this.spare = spare;
    this.bulkhead = new Bulkhead(worker.workflowTaskSlots());
  }

  @Override
  public Delivered deliver(Delivery delivery) {
    Deadline deadline = Deadline.in(AT_ONCE).minus(TO_WRITE);
    if (breaker.isOpen() || throttle.left(delivery.numberId()).isPresent()) {
      return intents.queue(delivery);
    }
    return bulkhead.within(
        () -> hasRoom(delivery) ? deliver(delivery, deadline) : deferred(),
        () -> intents.queue(delivery));
  }

  private Delivered deliver(Delivery delivery, Deadline deadline) {
    Beginning beginning = intents.begin(delivery, deadline.left(), true);
    while (beginning instanceof Beginning.UnderWay underWay) {
      if (underWay.until().compareTo(deadline.left()) > 0) {
        // Its caller may still finish it; the governed queue has the time to wait and see.
        return deferred();
      }
      beginning = waited(delivery, underWay);
    }
    return switch (beginning) {
      case Beginning.Answer answer -> answer.delivered();
      case Beginning.Call call -> called(delivery, call.recipient(), deadline);
      case Beginning.UnderWay ignored -> throw new IllegalStateException("Waited for above");
    };
  }

  @Override
  public Delivered send(Delivery delivery) {
    Optional<Duration> rest = throttle.left(delivery.numberId());
    if (rest.isPresent()) {
      return rests(delivery, NotNow.whileResting(rest.get()));
    }
    return hasRoom(delivery) ? sent(delivery) : rests(delivery, NotNow.withoutRoom(delivery.key()));
  }

  /** It shows as waiting, and asks again when its number may call. */
  private Delivered rests(Delivery delivery, ApplicationFailure notNow) {
    Delivered delivered = intents.queue(delivery);
    if (delivered.outcome() != Outcome.DEFERRED) {
      return delivered;
    }
    // Of a held number the journey has to know.
    throw delivered.treatment() == null ? notNow : NotNow.failure(delivered.treatment(), 1);
  }

  /** Whether it may leave now: a reminder within its number's rate, all else in any case. */
  private boolean hasRoom(Delivery delivery) {
    return !TurnKey.reminds(delivery.key()) || spare.take(delivery.numberId());
  }

  private Delivered sent(Delivery delivery) {
    Deadline deadline = Deadline.in(settings.timeout()).minus(TO_WRITE);
    Beginning beginning = intents.begin(delivery, deadline.left(), false);
    while (beginning instanceof Beginning.UnderWay underWay) {
      if (underWay.until().compareTo(LONGEST_WAIT) > 0) {
        throw NotNow.failure(Treatment.TRANSIENT.name(), 1);
      }
      beginning = waited(delivery, underWay);
    }
    Delivered delivered =
        switch (beginning) {
          case Beginning.Answer answer -> answer.delivered();
          case Beginning.Call call -> called(delivery, call.recipient(), deadline);
          case Beginning.UnderWay ignored -> throw new IllegalStateException("Waited for above");
        };
    if (delivered.outcome() == Outcome.DEFERRED) {
      throw NotNow.failure(delivered.treatment(), times(delivered.treatment()));
    }
    return delivered;
  }

  /**
   * How often this send was refused in this way. What WhatsApp refuses for its recipient's sake
   * waits four times as long each time, so nothing else counts with it; the engine keeps the number
   * for the next attempt.
   */
  private static int times(@Nullable String treatment) {
    ActivityExecutionContext context = Activity.getExecutionContext();
    if (!Treatment.PAIR_RATE.name().equals(treatment)) {
      return context.getInfo().getAttempt();
    }
    int times = context.getHeartbeatDetails(Integer.class).orElse(0) + 1;
    try {
      context.heartbeat(times);
    } catch (ActivityCompletionException e) {
      // The worker stops: the wait matters more than that the next one be longer.
      log.debug("Not kept: refusal {} for a recipient's sake", times);
    }
    return times;
  }

  private Delivered called(Delivery delivery, Recipient recipient, Deadline deadline) {
    return finished(delivery, call(delivery, recipient, deadline));
  }

  /** Nobody but us knows what the call came to: a hiccup of the database must not forget it. */
  private Delivered finished(Delivery delivery, CallOutcome outcome) {
    Deadline end = Deadline.in(LONGEST_WRITE);
    while (true) {
      try {
        return intents.finish(delivery, outcome);
      } catch (DataAccessException | TransactionException e) {
        if (end.passed()) {
          throw e;
        }
        log.warn("Outcome of send {} not written yet: {}", delivery.key(), e.getClass().getName());
        pause(BEFORE_NEXT_WRITE);
      }
    }
  }

  private CallOutcome call(Delivery delivery, Recipient recipient, Deadline deadline) {
    Optional<String> token = settings.token(delivery.numberId());
    if (token.isEmpty()) {
      return new CallOutcome.Refused(
          null, Treatment.ACCOUNT.name(), "this worker has no such number", false);
    }
    if (deadline.left().compareTo(LEAST) < 0) {
      return new CallOutcome.Refused(null, Treatment.TRANSIENT.name(), "too little time", true);
    }
    byte[] body = MessageBody.of(recipient, delivery.content(), delivery.key());
    if (!TurnKey.reminds(delivery.key())) {
      spare.took(delivery.numberId());
    }
    long begun = System.nanoTime();
    CallOutcome outcome = Sorting.of(graph.post(delivery.numberId(), token.get(), body, deadline));
    breaker.took(Duration.ofNanos(System.nanoTime() - begun));
    throttle.heard(delivery.numberId(), outcome);
    receipts.replied(delivery.candidateId());
    return outcome;
  }

  private Beginning waited(Delivery delivery, Beginning.UnderWay underWay) {
    pause(underWay.until().plusMillis(1));
    return intents.ask(delivery);
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApplicationFailure.newFailureWithCause(
          "Interrupted while a send waited", "Interrupted", e);
    }
  }

  private static Delivered deferred() {
    return Delivered.uncalled(Outcome.DEFERRED, Instant.now(), null);
  }
}
