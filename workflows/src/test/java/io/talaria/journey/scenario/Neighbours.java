package io.talaria.journey.scenario;

import io.talaria.definition.Calendar;
import io.talaria.definition.Plan;
import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.Talk;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Phase;
import io.talaria.journey.SettleSend;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.journey.TakeoverReceipt.HeldBack;
import io.talaria.port.Appointment;
import io.talaria.port.Bot;
import io.talaria.port.Channel;
import io.talaria.port.Delivered;
import io.talaria.port.Delivered.Outcome;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Desk;
import io.talaria.port.Journal;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.TurnKey;
import io.talaria.port.Written;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
  /** What the bot speaks from. */
  Plan plan;

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
  final Map<UUID, Remembered> answers = new HashMap<>();
  JourneyState recorded;
  Instant recordedByTaskAt;
  long epoch;
  boolean held;
  Outcome nextOutcome = Outcome.SENT;

  /** What WhatsApp's next refusal means. */
  String nextTreatment;

  /** The bot's next answers have so many bubbles; the positions wait for the arrival before. */
  int bubbles = 1;

  List<Integer> afterArrival;

  /** How sure the bot is of its replies. */
  double confidence = 1;

  /** Whether a step that is marked for review is in the bot's replies. */
  boolean marked;

  /** The bot's next answers to messages fail: nothing is said and a person is called. */
  volatile boolean botFails;

  /** While paused, the number's governed queue sends nothing. */
  volatile boolean paused;

  /** Whether it is paused for the account's sake: a number that is held. */
  volatile boolean numberHeld;

  /** After which a paused number is tried again. */
  volatile Duration pause = Duration.ofSeconds(5);

  /** Whether the definition has a template. */
  boolean template = true;

  /** So many replies promise what somebody else has taken meanwhile. */
  int gone;

  private String uncertain;
  final List<String> dropped = new ArrayList<>();
  final Map<String, Delivery> deliveries = new HashMap<>();

  /** Who raised the brake. */
  UUID taker = new UUID(0, 0);

  int generation;

  /** When unasked messages may leave; null for always. */
  Calendar quiet;

  /** When the team works; null for always. */
  Calendar office;

  /** Whether somebody announces a takeover as soon as a journey was handed back. */
  boolean takenAgain;

  /** Done with each write. */
  Runnable whenRecorded = () -> {};

  /** So many writes find the revision taken by an attempt that died. */
  int behind;

  /** So many writes find that a later attempt of their task has written. */
  int late;

  /** So many calls find the journal's database away. */
  int outages;

  /** When set, the bot thinks until it is opened. */
  volatile CountDownLatch thinking;

  /** When set, the governed queue tells what became of a send when it is opened. */
  volatile CountDownLatch answersLate;

  /** When set, the governed queue holds every send until it is opened. */
  volatile CountDownLatch queueFull;

  /** What the bot wants a turn for, whenever it answers; null for nothing. */
  volatile Appointment agreed;

  /** Whether every send is told of a brake that nobody holds. */
  volatile boolean brakesForNothing;

  /** Whether alerts fail, to be tried again. */
  volatile boolean deskAway;

  Neighbours(Plan plan, Supplier<Instant> clock) {
    this.plan = plan;
    this.clock = clock;
  }

  @Override
  public Proposal propose(Turn turn) {
    CountDownLatch slow = thinking;
    if (slow != null) {
      wait(slow);
    }
    synchronized (this) {
      turns.add(turn);
      Proposal claimed = claims.get(turn.key());
      return claimed != null ? claimed : think(turn);
    }
  }

  private static void wait(CountDownLatch opened) {
    try {
      opened.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Proposal think(Turn turn) {
    List<UUID> inputs = turn.messages().stream().map(MessageReceived::id).toList();
    return switch (turn.reason()) {
      case MESSAGES -> answer(turn, inputs);
      case NUDGE -> stay(turn, inputs, "Lembrete " + turn.number(), null, null);
      case RESUME -> stay(turn, inputs, "Continuando: " + turn.step(), null, null);
      case DUE ->
          turn.moment().due().equals("start")
              ? firstWords(turn, inputs)
              : stay(turn, inputs, "Como combinado: " + turn.step(), null, null);
      case PERSON -> stay(turn, inputs, "Chamei uma pessoa", null, "asked");
      case OPT_OUT -> stay(turn, inputs, "Não escrevo mais", Ending.OPTED_OUT, null);
      case WINDOW_CLOSED ->
          proposal(
              turn,
              inputs,
              template
                  ? List.of(
                      new Outbound.Template("retomar", "pt_BR", "Podemos continuar?", List.of()))
                  : List.of(),
              turn.stage(),
              turn.step(),
              null,
              template ? null : "no_template");
    };
  }

  private Proposal answer(Turn turn, List<UUID> inputs) {
    if (botFails) {
      return proposal(turn, inputs, List.of(), turn.stage(), turn.step(), null, "bot_failed.down");
    }
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
    return proposal(turn, inputs, bubbles(greeting + question + "?"), stage, question, null, null);
  }

  private Proposal firstWords(Turn turn, List<UUID> inputs) {
    Proposal silent = stay(turn, inputs, "-", null, null);
    return new Proposal(
        inputs,
        List.of(new Outbound.Template("convite", "pt_BR", "Um convite automático", List.of())),
        Map.of(),
        turn.language(),
        turn.stage(),
        null,
        0,
        null,
        null,
        silent.decision(),
        null,
        null,
        true);
  }

  private List<Outbound> bubbles(String last) {
    var all = new ArrayList<Outbound>();
    for (int i = 1; i < bubbles; i++) {
      all.add(new Outbound.Text("balão " + i));
    }
    all.add(new Outbound.Text(last));
    return List.copyOf(all);
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
        new Proposal.Decision("fake", "v1.1", "next", confidence, marked ? true : null, null),
        messages.size() > 1 ? afterArrival : null,
        null,
        null,
        agreed != null && turn.reason() == Turn.Reason.MESSAGES ? List.of(agreed) : null,
        null,
        null);
  }

  @Override
  public synchronized Delivered deliver(Delivery delivery) {
    return deliver(delivery, true);
  }

  private Delivered deliver(Delivery delivery, boolean local) {
    mayBeAway();
    if (brakesForNothing) {
      return result(Outcome.BRAKED, null, false);
    }
    Outcome known = intents.get(delivery.key());
    boolean openAgain =
        known == Outcome.BRAKED
            && delivery.epoch() == epoch
            && deliveries.get(delivery.key()).epoch() < epoch;
    if (known != null && known != Outcome.DEFERRED && !openAgain) {
      return result(known, null, false);
    }
    Delivery.Claim claim = delivery.claim();
    String other = claim == null ? null : answeredBy(claim);
    if (other != null) {
      return new Delivered(
          Outcome.ADOPT, clock.get(), null, null, null, null, claims.get(other), false, other);
    }
    boolean unclaimed = claim != null && !claims.containsKey(claim.key());
    if (unclaimed && claim.basis() != null && isAheadOf(claim.basis())) {
      return result(Outcome.OUTDATED, null, false);
    }
    if (claim != null && gone > 0) {
      gone--;
      return result(Outcome.GONE, null, false);
    }
    if (claim != null) {
      Proposal stored = claims.putIfAbsent(claim.key(), claim.proposal());
      if (stored != null && !stored.equals(claim.proposal())) {
        return result(Outcome.ADOPT, stored, false);
      }
    }
    boolean bot = delivery.author() == Author.BOT;
    if (delivery.epoch() != epoch || (bot && held)) {
      return result(Outcome.BRAKED, null, false);
    }
    boolean behind =
        local
            && intents.entrySet().stream()
                .anyMatch(
                    i -> i.getValue() == Outcome.DEFERRED && !i.getKey().equals(delivery.key()));
    boolean unknown = delivery.content().body().equals(uncertain);
    Outcome outcome = behind ? Outcome.DEFERRED : unknown ? Outcome.UNCERTAIN : nextOutcome;
    nextOutcome = behind || unknown ? nextOutcome : Outcome.SENT;
    uncertain = unknown ? null : uncertain;
    intents.put(delivery.key(), outcome);
    deliveries.put(delivery.key(), delivery);
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
    CountDownLatch full = queueFull;
    if (full != null) {
      wait(full);
    }
    if (paused && !overtaken(delivery)) {
      throw ApplicationFailure.newBuilder()
          .setType("NotNow")
          .setMessage("The number is paused")
          .setDetails(numberHeld ? "ACCOUNT" : "THROTTLE")
          .setNextRetryDelay(pause)
          .build();
    }
    Delivered delivered;
    synchronized (this) {
      delivered = deliver(delivery, false);
    }
    CountDownLatch slow = answersLate;
    if (slow != null) {
      wait(slow);
    }
    return delivered;
  }

  /** The bot's words hear of a newer epoch also while the number is paused. */
  private synchronized boolean overtaken(Delivery delivery) {
    return delivery.author() == Author.BOT && delivery.epoch() != epoch;
  }

  /** Another turn that has answered one of these messages; null where none has. */
  private String answeredBy(Delivery.Claim claim) {
    return claims.keySet().stream()
        .filter(key -> !key.equals(claim.key()) && !claims.containsKey(claim.key()))
        .filter(key -> intents.get(TurnKey.bubble(key, 0)) == Outcome.SENT)
        .filter(key -> !Collections.disjoint(claims.get(key).inputIds(), claim.inputIds()))
        .findFirst()
        .orElse(null);
  }

  /** A run that was lost had answered this message before it told anybody. */
  synchronized void hasAnswered(MessageReceived message) {
    String key = TurnKey.ofMessage(message.id());
    var said =
        new Proposal(
            List.of(message.id()),
            List.of(new Outbound.Text("Já respondi")),
            Map.of(),
            recorded.talk().language(),
            recorded.talk().stage(),
            recorded.talk().step(),
            0,
            null,
            null,
            new Proposal.Decision("fake", "v1.1", "next", 1));
    claims.put(key, said);
    intents.put(TurnKey.bubble(key, 0), Outcome.SENT);
  }

  /** A step that is lost had sent the first bubble of two, and nobody knows whether it left. */
  synchronized void hasBegunToAnswer(MessageReceived message) {
    String key = TurnKey.ofMessage(message.id());
    Outbound first = new Outbound.Text("balão 1");
    var claimed =
        new Proposal(
            List.of(message.id()),
            List.of(first, new Outbound.Text("balão 2")),
            Map.of(),
            recorded.talk().language(),
            recorded.talk().stage(),
            "cargo",
            0,
            null,
            null,
            new Proposal.Decision("fake", "v1.1", "next", 1));
    claims.put(key, claimed);
    intents.put(TurnKey.bubble(key, 0), Outcome.UNCERTAIN);
    contents.put(TurnKey.bubble(key, 0), first);
  }

  private Delivered result(Outcome outcome, Proposal adopted, boolean written) {
    boolean refused = outcome == Outcome.REJECTED;
    return new Delivered(
        outcome,
        clock.get(),
        null,
        null,
        refused ? nextTreatment : null,
        refused ? "Refused" : null,
        adopted,
        written);
  }

  @Override
  public synchronized void alert(Desk.Alert alert) {
    if (deskAway) {
      throw new IllegalStateException("The desk is away");
    }
    // The journal has one row per episode.
    if (alerts.stream().noneMatch(told -> told.episode().equals(alert.episode()))) {
      alerts.add(alert);
    }
  }

  /** How far the number's conversations are Talaria's; null when they wholly are. */
  Phase phase;

  /** The start that is planned; null for none, or one that has begun. */
  UUID planned;

  Instant startsAt;

  @Override
  public synchronized Opened open(Open request) {
    boolean written = !takenIn.containsAll(request.messageIds());
    boolean begins = request.planned() != null && request.planned().equals(planned);
    if (begins) {
      planned = null;
    }
    if (begins && !written) {
      return new Opened(
          true,
          UUID.randomUUID(),
          ++generation,
          plan,
          "pt-BR",
          epoch,
          null,
          quiet,
          office,
          phase,
          startsAt);
    }
    if (request.left() == null && !written) {
      return new Opened(
          false, UUID.randomUUID(), 0, plan, "pt-BR", epoch, null, quiet, office, phase);
    }
    JourneyState left = recorded == null || recorded.over() ? null : recorded;
    UUID journey = left == null ? UUID.randomUUID() : left.journeyId();
    return new Opened(
        true, journey, ++generation, plan, "pt-BR", epoch, left, quiet, office, phase);
  }

  /** A task that Temporal gave up wakes and opens the journey for its run, which is over. */
  synchronized void isOpenedByAnotherRun() {
    generation++;
  }

  /** A step of the journey has the question answered, and the engine has lost it. */
  synchronized void hasAskedNext(String step) {
    Talk talk = recorded.talk();
    recorded =
        recorded
            .withTalk(
                new Talk(
                    talk.language(),
                    talk.stage(),
                    step,
                    talk.misses(),
                    talk.answers(),
                    talk.disclosed()))
            .revised();
  }

  private boolean isAheadOf(Delivery.Basis basis) {
    return recorded != null
        && (recorded.generation() > basis.generation()
            || (recorded.generation() == basis.generation()
                && recorded.revision() > basis.revision()));
  }

  @Override
  public synchronized Written record(JourneyWrite write) {
    mayBeAway();
    if (behind-- > 0) {
      return Written.BEHIND;
    }
    if (write.state().generation() < generation) {
      return Written.OVERTAKEN;
    }
    if (late-- > 0) {
      return Written.LATE;
    }
    recorded = write.state();
    recordedByTaskAt = write.taskAt();
    takenIn.addAll(write.takenIn());
    events.addAll(write.events());
    if (write.answer() != null) {
      JourneyState state = write.state();
      answers.putIfAbsent(
          write.answer().requestId(),
          new Remembered(write.answer(), state.journeyId(), state.generation(), state.revision()));
    }
    whenRecorded.run();
    return Written.NEWEST;
  }

  synchronized int outagesLeft() {
    return outages;
  }

  private void mayBeAway() {
    if (outages > 0) {
      outages--;
      throw new IllegalStateException("The database is away");
    }
  }

  @Override
  public synchronized TakeoverReceipt stopBot(StopBot request) {
    mayBeAway();
    List<String> uncertain =
        intents.entrySet().stream()
            .filter(intent -> intent.getValue() == Outcome.UNCERTAIN)
            .map(Map.Entry::getKey)
            .toList();
    var heldBack = new ArrayList<HeldBack>();
    intents.replaceAll(
        (key, outcome) -> {
          Delivery waiting = deliveries.get(key);
          if (outcome != Outcome.DEFERRED || waiting == null || waiting.author() == Author.BOT) {
            return dropped(key, outcome);
          }
          if (taker.equals(waiting.operatorId())) {
            return outcome;
          }
          heldBack.add(new HeldBack(key, "colleague"));
          return Outcome.BRAKED;
        });
    var gone = new ArrayList<>(dropped);
    request.unsaid().stream().filter(key -> !intents.containsKey(key)).forEach(gone::add);
    return new TakeoverReceipt(clock.get(), List.of(), uncertain, List.copyOf(gone), heldBack);
  }

  @Override
  public synchronized long dropQueued(DropQueued request) {
    intents.replaceAll(
        (key, outcome) ->
            request.key() == null || request.key().equals(key) ? dropped(key, outcome) : outcome);
    if (!held && epoch == request.epoch()) {
      epoch++;
    }
    return held ? request.epoch() : epoch;
  }

  private Outcome dropped(String key, Outcome outcome) {
    if (outcome != Outcome.DEFERRED) {
      return outcome;
    }
    dropped.add(key);
    return Outcome.BRAKED;
  }

  @Override
  public synchronized long releaseBrake(ReleaseBrake request) {
    released.add(request);
    long given = ++epoch;
    held = false;
    if (takenAgain) {
      raiseBrake(UUID.randomUUID());
    }
    return given;
  }

  @Override
  public synchronized Remembered remembered(Asked request) {
    return answers.getOrDefault(request.requestId(), new Remembered(null, null, 0, 0));
  }

  @Override
  public synchronized Brake brake(UUID candidateId) {
    return new Brake(epoch, held);
  }

  @Override
  public PlanFound plan(Planned request) {
    throw new UnsupportedOperationException("The world has the plans");
  }

  @Override
  public synchronized Settled settle(Settle request) {
    boolean uncertain = intents.get(request.key()) == Outcome.UNCERTAIN;
    if (uncertain) {
      boolean arrived = request.choice() == SettleSend.Choice.ARRIVED;
      intents.put(request.key(), arrived ? Outcome.SENT : Outcome.REJECTED);
    }
    int slash = request.key().lastIndexOf('/');
    String key = request.key().substring(0, slash);
    Proposal turn = claims.get(key);
    return new Settled(
        uncertain,
        "SENT",
        contents.get(request.key()),
        turn == null ? List.of() : turn.inputIds(),
        turn == null
            ? null
            : new Claimed(key, Integer.parseInt(request.key().substring(slash + 1)), turn));
  }

  /** Whether this send waits for its queue. */
  synchronized boolean waits(String key) {
    return intents.get(key) == Outcome.DEFERRED;
  }

  /** A takeover was announced and came to nothing. */
  synchronized void refusesTakeover() {
    raiseBrake(UUID.randomUUID());
    givesUpTakeover();
  }

  /** Who announced a takeover doesn't want it any more. */
  synchronized void givesUpTakeover() {
    held = false;
    epoch++;
  }

  /** Nobody will know what becomes of the next message with these words. */
  synchronized void uncertain(String words) {
    uncertain = words;
  }

  /** A status told that it arrived. */
  synchronized void arrived(String key) {
    intents.put(key, Outcome.SENT);
  }

  /** What the console does before it asks. */
  synchronized long raiseBrake(UUID operator) {
    held = true;
    taker = operator;
    return ++epoch;
  }

  /** A bot from outside talks at the first stage; the definition asks at the others. */
  static Plan outsideBotAtFirst() {
    Plan plan = plan(false, Duration.ofSeconds(4));
    Plan.Stage first = plan.stages().getFirst();
    List<Plan.Stage> stages = new ArrayList<>(plan.stages());
    stages.set(0, new Plan.Stage(first.id(), first.names(), first.questions(), true));
    return new Plan(
        plan.definition(),
        plan.number(),
        List.copyOf(stages),
        plan.languages(),
        plan.words(),
        plan.times(),
        false);
  }

  /** The usual plan, of which some replies wait for a recruiter. */
  static Plan reviewed(Plan.Review rule) {
    Plan plan = plan(false, Duration.ofSeconds(4));
    return new Plan(
        plan.definition(),
        plan.number(),
        plan.stages(),
        plan.languages(),
        plan.words(),
        plan.times(),
        plan.slowBot(),
        rule);
  }

  static Plan plan(boolean slowBot, Duration pause) {
    return plan(slowBot, pause, Duration.ofMinutes(15));
  }

  static Plan plan(boolean slowBot, Duration pause, Duration waiting) {
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
            waiting,
            Duration.ofDays(7),
            Duration.ofDays(30),
            Duration.ofHours(2)),
        slowBot);
  }
}
