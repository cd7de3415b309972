package io.talaria.journey.scenario;

import io.talaria.definition.Plan;
import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.port.Bot;
import io.talaria.port.Channel;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Desk;
import io.talaria.port.Journal;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The neighbours of one candidate's journey, in memory, with the rows that decide. */
final class Neighbours implements Bot, Channel, Desk, Journal {
  private final Plan plan;
  private final Supplier<Instant> clock;
  private final Map<String, Proposal> claims = new HashMap<>();
  private final Map<String, Outcome> intents = new LinkedHashMap<>();
  private final Map<String, Outbound> contents = new HashMap<>();
  final List<Delivery> sent = new ArrayList<>();
  final List<Desk.Alert> alerts = new ArrayList<>();
  final List<JourneyEvent> events = new ArrayList<>();
  final Set<UUID> takenIn = new HashSet<>();
  final List<Turn> turns = new ArrayList<>();
  final List<ReleaseBrake> released = new ArrayList<>();
  final Map<UUID, JourneyState.Answered> answers = new HashMap<>();
  JourneyState recorded;
  long epoch;
  boolean held;
  Outcome nextOutcome = Outcome.SENT;
  int generation;

  /** So many writes find the revision taken by an attempt that died. */
  int behind;

  /** When set, the bot thinks until it is opened. */
  volatile CountDownLatch thinking;

  Neighbours(Plan plan, Supplier<Instant> clock) {
    this.plan = plan;
    this.clock = clock;
  }

  @Override
  public Proposal propose(Turn turn) {
    CountDownLatch slow = thinking;
    if (slow != null) {
      try {
        slow.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    synchronized (this) {
      turns.add(turn);
      Proposal claimed = claims.get(turn.key());
      return claimed != null ? claimed : think(turn);
    }
  }

  private Proposal think(Turn turn) {
    List<UUID> inputs = turn.messages().stream().map(MessageReceived::id).toList();
    return switch (turn.reason()) {
      case MESSAGES -> answer(turn, inputs);
      case NUDGE -> stay(turn, inputs, "Lembrete " + turn.number(), null, null);
      case RESUME -> stay(turn, inputs, "Continuando: " + turn.step(), null, null);
      case PERSON -> stay(turn, inputs, "Chamei uma pessoa", null, "asked");
      case OPT_OUT -> stay(turn, inputs, "Não escrevo mais", Ending.OPTED_OUT, null);
      case WINDOW_CLOSED ->
          proposal(
              turn,
              inputs,
              List.of(new Outbound.Template("retomar", "pt_BR", "Podemos continuar?", List.of())),
              turn.stage(),
              turn.step(),
              null,
              null);
    };
  }

  private Proposal answer(Turn turn, List<UUID> inputs) {
    List<String> questions = plan.stages().stream().flatMap(s -> s.questions().stream()).toList();
    int next = turn.step() == null ? 0 : questions.indexOf(turn.step()) + 1;
    if (next == questions.size()) {
      return stay(turn, inputs, "Obrigado", Ending.COMPLETED, null);
    }
    String question = questions.get(next);
    String stage =
        plan.stages().stream()
            .filter(s -> s.questions().contains(question))
            .findFirst()
            .orElseThrow()
            .id();
    String greeting = turn.disclosed() ? "" : "Olá, sou um assistente automatizado. ";
    return proposal(
        turn,
        inputs,
        List.of(new Outbound.Text(greeting + question + "?")),
        stage,
        question,
        null,
        null);
  }

  private Proposal stay(
      Turn turn, List<UUID> inputs, String text, Ending ending, String needsHuman) {
    return proposal(
        turn,
        inputs,
        List.of(new Outbound.Text(text)),
        turn.stage(),
        turn.step(),
        ending,
        needsHuman);
  }

  private Proposal proposal(
      Turn turn,
      List<UUID> inputs,
      List<Outbound> messages,
      String stage,
      String step,
      Ending ending,
      String needsHuman) {
    Map<String, String> answers =
        turn.step() == null || turn.messages().isEmpty()
            ? Map.of()
            : Map.of(turn.step(), turn.messages().getLast().text());
    return new Proposal(
        inputs,
        messages,
        answers,
        turn.language(),
        stage,
        step,
        0,
        ending,
        needsHuman,
        new Proposal.Decision("fake", "v1.1", "next", 1));
  }

  @Override
  public synchronized Delivered deliver(Delivery delivery) {
    Outcome known = intents.get(delivery.key());
    if (known != null && known != Outcome.DEFERRED) {
      return result(known, null, false);
    }
    Delivery.Claim claim = delivery.claim();
    if (claim != null) {
      Proposal stored = claims.putIfAbsent(claim.key(), claim.proposal());
      if (stored != null && !stored.equals(claim.proposal())) {
        return result(Outcome.ADOPT, stored, false);
      }
    }
    if (delivery.epoch() != epoch) {
      return result(Outcome.BRAKED, null, false);
    }
    Outcome outcome = nextOutcome;
    nextOutcome = Outcome.SENT;
    intents.put(delivery.key(), outcome);
    contents.put(delivery.key(), delivery.content());
    boolean left = outcome == Outcome.SENT || outcome == Outcome.UNCERTAIN;
    if (left) {
      sent.add(delivery);
      if (delivery.after() != null) {
        record(delivery.after());
      }
    }
    return result(outcome, null, left && delivery.after() != null);
  }

  @Override
  public Delivered send(Delivery delivery) {
    return deliver(delivery);
  }

  private Delivered result(Outcome outcome, Proposal adopted, boolean written) {
    String reason = outcome == Outcome.REJECTED ? "Refused" : null;
    return new Delivered(outcome, clock.get(), null, null, null, reason, adopted, written);
  }

  @Override
  public synchronized void alert(Desk.Alert alert) {
    alerts.add(alert);
  }

  @Override
  public synchronized Opened open(Open request) {
    if (takenIn.containsAll(request.messageIds())) {
      return new Opened(false, UUID.randomUUID(), 0, plan, "pt-BR", epoch, null);
    }
    JourneyState left = recorded == null || recorded.over() ? null : recorded;
    UUID journey = left == null ? UUID.randomUUID() : left.journeyId();
    return new Opened(true, journey, ++generation, plan, "pt-BR", epoch, left);
  }

  @Override
  public synchronized boolean record(JourneyWrite write) {
    if (behind-- > 0) {
      return false;
    }
    recorded = write.state();
    takenIn.addAll(write.takenIn());
    events.addAll(write.events());
    if (write.answer() != null) {
      answers.putIfAbsent(write.answer().requestId(), write.answer());
    }
    return true;
  }

  @Override
  public synchronized TakeoverReceipt stopBot(StopBot request) {
    List<String> uncertain =
        intents.entrySet().stream()
            .filter(intent -> intent.getValue() == Outcome.UNCERTAIN)
            .map(Map.Entry::getKey)
            .toList();
    return new TakeoverReceipt(clock.get(), List.of(), uncertain, List.of());
  }

  @Override
  public synchronized long releaseBrake(ReleaseBrake request) {
    released.add(request);
    held = false;
    return ++epoch;
  }

  @Override
  public synchronized Remembered remembered(Asked request) {
    return new Remembered(answers.get(request.requestId()));
  }

  @Override
  public synchronized Brake brake(UUID candidateId) {
    return new Brake(epoch, held);
  }

  @Override
  public synchronized Settled settle(Settle request) {
    boolean uncertain = intents.get(request.key()) == Outcome.UNCERTAIN;
    if (uncertain) {
      intents.put(request.key(), Outcome.SENT);
    }
    return new Settled(uncertain, "SENT", contents.get(request.key()));
  }

  /** What the console does before it asks. */
  synchronized long raiseBrake() {
    held = true;
    return ++epoch;
  }

  static Plan plan(boolean slowBot, Duration pause) {
    return new Plan(
        "tech-hiring",
        1,
        List.of(
            new Plan.Stage("initial_contact", Map.of(), List.of("nome", "cargo")),
            new Plan.Stage("technical_challenge", Map.of(), List.of("link")),
            new Plan.Stage("final_review", Map.of(), List.of("quando"))),
        List.of("pt-BR", "en"),
        new Plan.Words(List.of("parar", "stop"), List.of("pessoa", "person")),
        new Plan.Times(
            pause,
            pause.multipliedBy(2),
            List.of(Duration.ofHours(4), Duration.ofHours(20)),
            Duration.ofHours(24),
            Duration.ofMinutes(15),
            Duration.ofDays(7),
            Duration.ofDays(30),
            Duration.ofHours(2)),
        slowBot);
  }
}
