package io.talaria.dev.storm.network;

import io.talaria.dev.storm.check.Evidence.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every request for a send that has arrived, in order. */
final class Calls {
  private final List<Call> all = new ArrayList<>();

  /**
   * Notes one.
   *
   * @return its place, to be told at {@link #confirmed}
   */
  synchronized int arrived(Call call) {
    all.add(call);
    return all.size() - 1;
  }

  /** The answer that it is accepted is about to leave. */
  synchronized void confirmed(int place) {
    Call call = all.get(place);
    all.set(
        place,
        new Call(
            call.number(),
            call.key(),
            call.text(),
            call.receivedAt(),
            call.accepted(),
            Instant.now()));
  }

  synchronized List<Call> all() {
    return List.copyOf(all);
  }
}
