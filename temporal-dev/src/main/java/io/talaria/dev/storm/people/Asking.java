package io.talaria.dev.storm.people;

import io.talaria.dev.storm.people.Desk.Answer;
import io.talaria.dev.storm.people.Desk.Away;
import io.talaria.dev.storm.people.Desk.Done;
import io.talaria.dev.storm.people.Desk.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One request of a recruiter, which may be asked again and again under its id; each answer is
 * noted.
 *
 * @param told an answer's receipt as a word
 */
record Asking<T>(UUID request, Holds holds, Supplier<Answer<T>> call, Function<T, String> told) {
  /** Longer than any recovery. */
  static final Duration PATIENCE = Duration.ofSeconds(75);

  /** Asks once. */
  Answer<T> once() {
    Answer<T> answer = call.get();
    switch (answer) {
      case Done<T>(T receipt, String run) ->
          holds.answered(request, told.apply(receipt), true, run);
      case Refused<T>(String why, var knows) ->
          holds.answered(request, "refused " + why, false, null);
      case Away<T> away -> holds.answered(request, "AWAY", false, null);
    }
    return answer;
  }

  /** Asks again while nobody answers. */
  Answer<T> insist() throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    Answer<T> answer = once();
    while (answer instanceof Away && Instant.now().isBefore(end)) {
      Thread.sleep(300);
      answer = once();
    }
    return answer;
  }

  /** Asks twice at once. */
  Answer<T> doubleClick() throws InterruptedException {
    CompletableFuture<Answer<T>> other = CompletableFuture.supplyAsync(this::once);
    Answer<T> answer = insist();
    other.join();
    return answer;
  }

  /** Asks once more, although it was answered: a browser that comes back from sleep. */
  void repeat() throws InterruptedException {
    holds.count("requests repeated");
    insist();
  }
}
