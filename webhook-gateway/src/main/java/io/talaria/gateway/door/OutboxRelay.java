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

  /** Longer than a full round against an engine that answers at its deadline. */
  private static final Duration LEASE = Duration.ofSeconds(120);

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
    } while (tellAll(facts) && facts.size() == AT_ONCE);
  }

  /** False when the engine is away: the rest is put off without asking again. */
  private boolean tellAll(List<Fact> facts) {
    boolean away = false;
    for (Fact fact : facts) {
      away = away || tell(fact) == Told.AWAY;
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
