package io.talaria.worker.interleaving;

import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.RecruiterRequest;
import io.talaria.journey.TakeOver;
import io.talaria.journey.rule.Act;
import io.talaria.journey.rule.Arrivals;
import io.talaria.journey.rule.Next;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * What the engine keeps of a journey: the state that its last task left, and what has come since.
 * One worker has its task at a time; of a lost one nothing counts.
 */
final class Engine {
  private final Random random;
  private final Actors actors;
  private final Rows rows;
  private final Clock clock;
  private final Map<UUID, RecruiterRequest> requests = new LinkedHashMap<>();
  private final Map<UUID, Boolean> answered = new LinkedHashMap<>();
  private final List<MessageReceived> messages = new ArrayList<>();
  private final List<MessageReceived> said = new ArrayList<>();
  private JourneyState durable;
  private Actors.Actor worker;
  private int attempt;

  int deaths;
  int lostRuns;

  Engine(Random random, Actors actors, Rows rows, Clock clock) {
    this.random = random;
    this.actors = actors;
    this.rows = rows;
    this.clock = clock;
    this.durable = rows.opened();
  }

  JourneyState durable() {
    return durable;
  }

  void hears(MessageReceived message) {
    said.add(message);
    messages.add(message);
  }

  void isAsked(RecruiterRequest request) {
    requests.put(request.requestId(), request);
  }

  /** Null for a request that no task has answered. */
  Boolean answer(UUID request) {
    return answered.get(request);
  }

  boolean takeoverIsAsked() {
    return requests.values().stream()
        .anyMatch(r -> r instanceof TakeOver && !answered.containsKey(r.requestId()));
  }

  List<MessageReceived> messages() {
    return List.copyOf(messages);
  }

  List<RecruiterRequest> requests() {
    return new ArrayList<>(requests.values());
  }

  Act next(JourneyState state, boolean untaken) {
    return Next.of(state, Instant.EPOCH, untaken, clock.now());
  }

  /** Gives tasks to workers, one at a time; a lost one's task is given again from its beginning. */
  void run(BooleanSupplier everybodyIsDone, IntFunction<WorkerTask> task) {
    while (true) {
      actors.await(() -> isIdle() && (hasToDo() || everybodyIsDone.getAsBoolean()));
      if (!hasToDo()) {
        return;
      }
      int mine = ++attempt;
      worker = actors.start(() -> task.apply(mine).run());
    }
  }

  private boolean isIdle() {
    return worker == null || worker.over();
  }

  private boolean hasToDo() {
    return !requests.isEmpty()
        || !messages.isEmpty()
        || !(next(durable, false) instanceof Act.Wait);
  }

  /** False when another worker has the task by now: what this one decided is forgotten. */
  boolean completes(
      int mine, JourneyState state, List<MessageReceived> came, Map<UUID, Boolean> answers) {
    if (mine != attempt) {
      return false;
    }
    durable = state;
    messages.removeAll(came);
    answers.forEach(
        (id, yes) -> {
          answered.putIfAbsent(id, yes);
          requests.remove(id);
        });
    return true;
  }

  /** The worker that has a task, if any does, dies or freezes; perhaps the run is lost with it. */
  void mayLoseItsWorker() {
    if (isIdle() || random.nextInt(15) != 0) {
      return;
    }
    deaths++;
    if (random.nextBoolean()) {
      worker.kill();
    } else {
      worker.freeze(1 + random.nextInt(60));
    }
    attempt++;
    worker = null;
    if (random.nextInt(4) == 0) {
      losesItsRun();
    }
  }

  /**
   * Another run goes on from what was recorded. The lost one's worker may wake and write on. What
   * nobody took in is signalled again.
   */
  private void losesItsRun() {
    lostRuns++;
    durable = rows.goOn();
    messages.clear();
    said.stream()
        .filter(message -> !Arrivals.seen(durable.inbox(), message))
        .forEach(messages::add);
  }
}
