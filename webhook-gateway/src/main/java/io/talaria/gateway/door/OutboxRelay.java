package io.talaria.gateway.door;

import io.talaria.gateway.door.JourneyDoor.Told;
import io.talaria.journal.inbox.JourneyOutbox;
import io.talaria.journal.inbox.JourneyOutbox.Delivered;
import io.talaria.journal.inbox.JourneyOutbox.Fact;
import io.talaria.journal.inbox.JourneyOutbox.Settled;
import io.talaria.journal.inbox.JourneyOutbox.Timed;
import java.time.Duration;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells running journeys what became of their sends. A journey that is over needs not know. */
@Component
class OutboxRelay {
  private static final int AT_ONCE = 20;

  /** A gateway that dies holds up the facts in its hands as long. */
  private static final Duration LEASE = Duration.ofSeconds(20);

  /** No call is begun later: it takes four seconds at most. */
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(12);

  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final JourneyOutbox outbox;
  private final JourneyDoor door;

  OutboxRelay(JourneyOutbox outbox, JourneyDoor door) {
    this.outbox = outbox;
    this.door = door;
  }

  @Scheduled(fixedDelayString = "${talaria.gateway.sweep-every}")
  void relay() {
    List<Fact> facts;
    do {
      facts = outbox.claim(AT_ONCE, LEASE);
    } while (tellAll(facts, System.nanoTime() + LONGEST_ROUND.toNanos())
        && facts.size() == AT_ONCE);
  }

  /** False when the engine is away or slow: the rest is put off without asking again. */
  private boolean tellAll(List<Fact> facts, long end) {
    boolean away = false;
    for (Fact fact : facts) {
      away = away || System.nanoTime() - end > 0 || tell(fact) == Told.AWAY;
      if (away) {
        outbox.putOff(fact.id(), PAUSE);
      } else {
        outbox.done(fact.id());
      }
    }
    return !away;
  }

  private Told tell(Fact fact) {
    return switch (fact) {
      case Settled settled -> door.sendSettled(settled.candidateId(), settled.settled());
      case Delivered delivered ->
          door.sendDelivered(delivered.candidateId(), delivered.delivered());
      case Timed timed -> door.sendTimed(timed.candidateId(), timed.timed());
    };
  }
}
