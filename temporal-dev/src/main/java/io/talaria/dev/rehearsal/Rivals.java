package io.talaria.dev.rehearsal;

import io.talaria.port.Kept;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Other candidates, who want the times of an interview too. */
final class Rivals {
  private final Set<Instant> taken = new HashSet<>();
  private final Set<Instant> wanted = new HashSet<>();

  /** They have all places of this time. */
  synchronized void book(Instant at) {
    taken.add(at);
  }

  /** They take it right before the candidate would get it, when the bot has looked already. */
  synchronized void outrun(Instant at) {
    wanted.add(at);
  }

  /** How many of them have each time: more than any has places for. */
  synchronized Map<Instant, Integer> taken() {
    var all = new HashMap<Instant, Integer>();
    taken.forEach(at -> all.put(at, Integer.MAX_VALUE));
    return Map.copyOf(all);
  }

  /** Whether the candidate gets this time. */
  synchronized boolean leave(Kept.Booked booked) {
    if (wanted.remove(booked.at())) {
      taken.add(booked.at());
    }
    return !taken.contains(booked.at());
  }
}
