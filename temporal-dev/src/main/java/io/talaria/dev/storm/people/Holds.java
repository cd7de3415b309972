package io.talaria.dev.storm.people;

import io.talaria.dev.storm.check.Evidence.Asked;
import io.talaria.dev.storm.check.Evidence.Hold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the recruiters of a run were told, and when. */
public final class Holds {
  private final Map<UUID, Hold> holds = new LinkedHashMap<>();
  private final Map<UUID, Asked> asked = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  synchronized void taken(UUID request, String number, String operator, List<String> named) {
    holds.put(
        request,
        new Hold(number, operator, request.toString(), Instant.now(), List.copyOf(named), null));
  }

  synchronized void released(UUID request) {
    holds.computeIfPresent(
        request,
        (id, hold) ->
            new Hold(
                hold.number(),
                hold.operator(),
                hold.request(),
                hold.ackedAt(),
                hold.named(),
                hold.releasedAt() == null ? Instant.now() : hold.releasedAt()));
  }

  synchronized void answered(UUID request, String number, String answer) {
    Asked before = asked.getOrDefault(request, new Asked(number, request.toString(), List.of()));
    List<String> answers = new ArrayList<>(before.answers());
    answers.add(answer);
    asked.put(request, new Asked(number, request.toString(), List.copyOf(answers)));
  }

  synchronized void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  public synchronized List<Hold> all() {
    return List.copyOf(holds.values());
  }

  public synchronized List<Asked> asked() {
    return List.copyOf(asked.values());
  }

  public synchronized Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }

  synchronized @Nullable Hold of(UUID request) {
    return holds.get(request);
  }
}
