package io.talaria.worker.journal;

import io.talaria.journey.JourneyState;
import io.talaria.port.Channel;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Journal;
import io.talaria.port.JourneyWrite;
import io.talaria.port.TurnKey;
import io.talaria.worker.World;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/** The journal as the worker calls it, and what tests of it say in one word. */
abstract class JournalWorld extends World {
  @Autowired Journal journal;
  @Autowired Channel channel;

  static JourneyWrite write(Ana ana, JourneyState state, Instant taskAt) {
    return new JourneyWrite(ACCOUNT, ana.candidate(), state, List.of(), List.of(), null, taskAt);
  }

  Delivery words(Ana ana, String text) {
    return words(ana, UUID.randomUUID(), text);
  }

  Delivery words(Ana ana, UUID request, String text) {
    String key = TurnKey.bubble(TurnKey.ofRequest(request), 0);
    return delivery(ana, key, Author.RECRUITER, ana.journey().epoch(), text, null);
  }

  static Journal.Open open(Ana ana, String run, List<UUID> messages) {
    return new Journal.Open(
        ACCOUNT, ana.candidate(), "tech-hiring", NUMBER, "BR", run, messages, null);
  }

  static Journal.Open called(Ana ana, String run) {
    return new Journal.Open(
        ACCOUNT,
        ana.candidate(),
        "tech-hiring",
        NUMBER,
        "BR",
        run,
        List.of(),
        ana.journey().journeyId());
  }
}
