package io.talaria.worker.interleaving;

import io.talaria.journey.JourneyState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has been asked and answered so far, which the next questions are made of. */
final class Known {
  final Random random;
  final UUID account;
  final UUID candidate;
  final UUID[] team;

  /** Of this sequence alone: keys and causes are unique in the whole journal. */
  final String life = UUID.randomUUID().toString();

  final List<Takeover> takeovers = new ArrayList<>();
  JourneyState state;
  long epoch;

  /** A takeover or hand-over that somebody has asked for. */
  record Takeover(UUID id, UUID operator, long epoch) {}

  Known(long seed, UUID account, UUID candidate, JourneyState opened, UUID[] team) {
    this.random = new Random(seed);
    this.account = account;
    this.candidate = candidate;
    this.team = team;
    this.state = opened;
    this.epoch = opened.hold().epoch();
  }

  boolean oneOf(int times) {
    return random.nextInt(times) == 0;
  }

  /** One that was asked for, or now and then one of which nobody has heard. */
  Takeover takeover() {
    return takeovers.isEmpty() || oneOf(8) ? unheard(epoch + 1) : any(takeovers);
  }

  Takeover unheard(long at) {
    return new Takeover(UUID.randomUUID(), anybody(), at);
  }

  UUID anybody() {
    return team[random.nextInt(team.length)];
  }

  <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** When the asking task began; null for builds that don't tell. */
  @Nullable Instant taskAt() {
    return oneOf(3) ? null : now().minusMillis(random.nextInt(2000));
  }

  /** As exact as PostgreSQL keeps it. */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
