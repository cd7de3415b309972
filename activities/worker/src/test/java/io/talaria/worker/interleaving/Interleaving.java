package io.talaria.worker.interleaving;

import io.talaria.journey.HandBack;
import io.talaria.journey.HandOver;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.KeepHold;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.RecruiterRequest;
import io.talaria.journey.Reply;
import io.talaria.journey.Review;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.TakeOver;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.journey.rule.Act;
import io.talaria.journey.rule.Arrivals;
import io.talaria.journey.rule.Holding;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.Next;
import io.talaria.journey.rule.Requests;
import io.talaria.journey.rule.Reviews;
import io.talaria.journey.rule.Sayings;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Journal.ReleaseBrake;
import io.talaria.port.Journal.StopBot;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import io.talaria.port.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * One seeded life of a journey: a candidate writes, two recruiters and a lead take over, write,
 * hand over and back, decide what the bot may say where it is unsure, workers die and freeze in any
 * step and wake later, time passes, runs end.
 *
 * <p>The rules ({@code Next}, {@code Moves}, {@code Requests}) are the real ones. The main loop is
 * told anew here, step by step, with a place between any two steps where anybody else may act. A
 * worker's decisions count when its task completes; what it did to the rows counts at once.
 */
final class Interleaving {
  /** So that the service window of 24 hours stays open. */
  private static final int MOST_HOURS = 20;

  private static final UUID[] TEAM = {new UUID(1, 1), new UUID(1, 2), new UUID(1, 3)};

  private final Random random;
  private final Rows rows;
  private final UUID account;
  private final UUID[] team;
  private final Actors actors;

  /** Whether the bot of this life has each of its replies reviewed. */
  private final boolean unsure;

  private final Clock clock;
  private final Map<UUID, RecruiterRequest> requests = new LinkedHashMap<>();
  private final List<MessageReceived> messages = new ArrayList<>();
  private final List<MessageReceived> said = new ArrayList<>();
  private final Map<UUID, Boolean> answered = new LinkedHashMap<>();
  private final Set<String> accepted = new HashSet<>();
  private final Set<String> named = new HashSet<>();
  private JourneyState durable;
  private boolean acknowledged;
  private Actors.Actor worker;
  private int attempt;
  private int hours;
  private int busy;
  private int seq;

  /** What went wrong; empty is what is promised. */
  final List<String> faults = new ArrayList<>();

  /** What this life had, so that a run that tests nothing is noticed. */
  int takeovers;

  int deaths;
  int lostRuns;
  int botMessages;
  int reviews;

  /** The life's own time. */
  static final class Clock {
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");

    Instant now() {
      return now;
    }
  }

  Interleaving(long seed, Clock clock, Rows rows, UUID account, UUID[] team) {
    this.random = new Random(seed);
    this.clock = clock;
    this.rows = rows;
    this.account = account;
    this.team = team;
    this.durable = rows.opened();
    this.unsure = random.nextInt(4) == 0;
    this.actors = new Actors(random, this::timePasses);
  }

  static UUID[] paperTeam() {
    return TEAM.clone();
  }

  void live() {
    life(this::candidateLives);
    for (UUID operator : team) {
      life(() -> recruiterLives(operator));
    }
    actors.start(this::engineRuns);
    actors.run();
    boolean journeyHeld = durable.hold().holder() != null;
    // A lost run's worker that wakes and releases the brake leaves the new run with a holder until
    // they are silent for too long once more; nobody speaks who may not.
    boolean returnsLater = lostRuns > 0 && journeyHeld;
    if (rows.brake().held() != journeyHeld && !returnsLater) {
      faults.add("brake and journey disagree about who may speak");
    }
    if (durable.hold().holder() == null
        && durable.needsHuman() == null
        && durable.inReview() == null
        && !durable.inbox().open().isEmpty()) {
      faults.add("the bot has it and answers nothing: " + durable.inbox().open().size());
    }
  }

  private void life(Runnable life) {
    busy++;
    actors.start(
        () -> {
          life.run();
          busy--;
        });
  }

  private void timePasses() {
    boolean leaps = random.nextInt(400) == 0 && hours++ < MOST_HOURS;
    clock.now =
        clock.now.plus(leaps ? Duration.ofHours(1) : Duration.ofMillis(random.nextInt(300)));
    if (busy > 0 && worker != null && !worker.over() && random.nextInt(15) == 0) {
      deaths++;
      if (random.nextBoolean()) {
        worker.kill();
      } else {
        worker.freeze(1 + random.nextInt(60));
      }
      attempt++;
      worker = null;
      if (random.nextInt(4) == 0) {
        runIsLost();
      }
    }
  }

  /**
   * Another run goes on from what was recorded. Its worker may wake and write on. What nobody took
   * in is signalled again.
   */
  private void runIsLost() {
    lostRuns++;
    durable = rows.goOn();
    messages.clear();
    said.stream()
        .filter(message -> !Arrivals.seen(durable.inbox(), message))
        .forEach(messages::add);
  }

  private void candidateLives() {
    int words = 1 + random.nextInt(4);
    for (int i = 0; i < words; i++) {
      actors.idle(random.nextInt(25));
      var message =
          new MessageReceived(
              new UUID(rows.candidate().getMostSignificantBits(), ++seq),
              seq,
              clock.now(),
              Kind.TEXT,
              "m" + seq,
              null,
              rows.opened().numberId());
      said.add(message);
      messages.add(message);
    }
  }

  private void recruiterLives(UUID me) {
    boolean lead = me.equals(team[0]);
    for (int i = random.nextInt(4); i > 0; i--) {
      actors.idle(random.nextInt(30));
      Holder holder = durable.hold().holder();
      Review.Waiting waiting = durable.inReview();
      if (waiting != null && random.nextInt(4) > 0) {
        decides(me, waiting);
      } else if (holder == null || !holder.operatorId().equals(me)) {
        takesOver(me, lead && random.nextInt(3) == 0);
      } else {
        UUID other = team[random.nextInt(team.length)];
        ask(
            switch (random.nextInt(5)) {
              case 0, 1 -> new HandBack(id(), me, holder.takeoverId(), null, null, null, false);
              case 2 -> new HandOver(id(), me, me, other, "colleague", lead, null);
              case 3 -> new KeepHold(id(), me);
              default -> new Reply(id(), me, new Outbound.Text("words"));
            });
      }
    }
  }

  /** What they saw may be out of date by the time that the journey hears of it. */
  private void decides(UUID me, Review.Waiting waiting) {
    ReviewDecision.Choice choice =
        switch (random.nextInt(5)) {
          case 0 -> ReviewDecision.Choice.REJECT;
          case 1 -> ReviewDecision.Choice.EDIT;
          default -> ReviewDecision.Choice.APPROVE;
        };
    String text = choice == ReviewDecision.Choice.EDIT ? "other words" : "words";
    actors.idle(random.nextInt(10));
    var decision =
        new ReviewDecision(id(), me, "name", waiting.version(), choice, List.of(text), "because");
    if (ask(decision)) {
      reviews++;
    }
  }

  /** The console: first the brake, then the journey; what is refused lets it go again. */
  private void takesOver(UUID me, boolean fromHolder) {
    UUID request = id();
    var epoch = rows.raise(request, me, fromHolder);
    if (epoch.isEmpty()) {
      return;
    }
    actors.pause();
    if (!ask(new TakeOver(request, me, "name", epoch.get(), "because", fromHolder))) {
      rows.refuse(request);
    }
  }

  /** Asks, sometimes twice, and waits. */
  private boolean ask(RecruiterRequest request) {
    requests.put(request.requestId(), request);
    actors.await(() -> answered.containsKey(request.requestId()));
    if (random.nextInt(4) == 0) {
      requests.put(request.requestId(), request);
    }
    return answered.get(request.requestId());
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  /** Gives tasks to workers, one at a time; a lost one's task is given again from its beginning. */
  private void engineRuns() {
    while (true) {
      actors.await(() -> idle() && (toDo() || busy == 0));
      if (!toDo()) {
        return;
      }
      int mine = ++attempt;
      worker = actors.start(() -> new Task(mine).run());
    }
  }

  private boolean idle() {
    return worker == null || worker.over();
  }

  private boolean toDo() {
    return !requests.isEmpty()
        || !messages.isEmpty()
        || !(next(durable, false) instanceof Act.Wait);
  }

  private Act next(JourneyState state, boolean untaken) {
    return Next.of(state, Instant.EPOCH, untaken, false, clock.now());
  }

  /** One workflow task, from the durable state and what had come when it began. */
  private final class Task {
    private final int mine;
    private final List<MessageReceived> came = List.copyOf(messages);
    private final List<RecruiterRequest> asked = new ArrayList<>(requests.values());
    private final Map<UUID, Boolean> answers = new LinkedHashMap<>();
    private final List<TakeoverReceipt> receipts = new ArrayList<>();
    private JourneyState state = durable;
    private boolean untaken;
    private boolean stopped;

    Task(int mine) {
      this.mine = mine;
    }

    void run() {
      for (MessageReceived message : came) {
        state = Moves.received(state, message);
        untaken = true;
      }
      asked.sort(
          (one, other) -> Boolean.compare(other instanceof TakeOver, one instanceof TakeOver));
      while (!asked.isEmpty()) {
        serve(asked.removeFirst());
      }
      Act act = next(state, untaken);
      for (int i = 0; !(act instanceof Act.Wait) && !stopped && i < 20; i++) {
        perform(act);
        act = next(state, untaken);
      }
      complete();
    }

    private void complete() {
      actors.pause();
      if (mine != attempt) {
        return; // another worker has the task; what this one decided is forgotten
      }
      durable = state;
      messages.removeAll(came);
      answers.forEach(
          (id, yes) -> {
            answered.putIfAbsent(id, yes);
            requests.remove(id);
          });
      for (TakeoverReceipt receipt : receipts) {
        takeovers++;
        acknowledged = rows.brake().held();
        named.addAll(receipt.inFlight());
        named.addAll(receipt.uncertain());
      }
    }

    private void serve(RecruiterRequest request) {
      Boolean before = answered.get(request.requestId());
      if (before != null) {
        answers.put(request.requestId(), before);
        return;
      }
      boolean refused = Requests.check(state, request, clock.now()).isPresent();
      answers.put(request.requestId(), !refused);
      if (refused) {
        return;
      }
      switch (request) {
        case TakeOver take -> takeOver(take);
        case HandBack back -> giveBack("handback:" + back.requestId(), back.operatorId(), false);
        case HandOver over -> handOver(over);
        case KeepHold keep -> record(Holding.acted(state, clock.now()));
        case Reply reply -> reply(reply);
        case ReviewDecision decision -> decide(decision);
        default -> throw new IllegalStateException("Nobody asks this here");
      }
    }

    private void takeOver(TakeOver request) {
      var stop =
          new StopBot(
              rows.candidate(), state.journeyId(), request.requestId(), request.epoch(), List.of());
      actors.pause();
      rows.holdBack(stop);
      while (rows.botSendsMayLeave()) {
        actors.pause();
        rows.holdBack(stop);
      }
      actors.pause();
      TakeoverReceipt receipt = rows.receipt(stop);
      receipts.add(receipt);
      var holder = new Holder(request.requestId(), request.operatorId(), "name", clock.now());
      record(
          Holding.taken(state, holder, request.epoch(), receipt.words()),
          new JourneyEvent.OperatorTakeover(
              request.requestId().toString(),
              clock.now(),
              request.operatorId(),
              null,
              null,
              receipt));
    }

    private void handOver(HandOver request) {
      Holder from = state.hold().holder();
      var to = new Holder(request.requestId(), request.toOperatorId(), "name", clock.now());
      record(
          Holding.passed(state, to),
          new JourneyEvent.OperatorHandover(
              request.requestId().toString(),
              clock.now(),
              request.operatorId(),
              from.operatorId(),
              to.operatorId(),
              null));
    }

    private void giveBack(String cause, UUID operator, boolean automatic) {
      UUID takeover = state.hold().holder().takeoverId();
      actors.pause();
      long epoch =
          rows.release(
              new ReleaseBrake(
                  rows.candidate(), takeover, cause, null, null, null, state.generation()));
      if (!rows.brake().held()) {
        acknowledged = false;
        named.clear();
      }
      record(
          Holding.returned(state, epoch),
          new JourneyEvent.OperatorHandback(
              cause, clock.now(), operator, null, null, null, automatic));
    }

    private void reply(Reply request) {
      String key = TurnKey.bubble(TurnKey.ofRequest(request.requestId()), 0);
      String came1 = send(key, Author.RECRUITER);
      if (came1.equals("SENT") || came1.equals("UNCERTAIN")) {
        record(Moves.personWrote(state, key, clock.now(), Long.MAX_VALUE));
      }
    }

    private void perform(Act act) {
      switch (act) {
        case Act.Answer answer -> answer();
        case Act.Say say -> say();
        case Act.ReviewOverdue overdue -> record(Reviews.sent(state, clock.now()));
        case Act.WarnOwner warn -> record(Holding.warned(state, clock.now()));
        case Act.ReturnToBot back -> {
          Holder holder = state.hold().holder();
          giveBack("owner-silent:" + holder.takeoverId(), holder.operatorId(), true);
        }
        case Act.TakeIn takeIn -> record(state);
        default -> throw new IllegalStateException("Not in this life: " + act);
      }
    }

    private void answer() {
      List<MessageReceived> open = state.inbox().open();
      String turn = TurnKey.ofMessage(open.getFirst().id());
      Proposal proposal = reply(open, unsure ? 0.5 : 1);
      state = Reviews.begun(state, turn, Reason.MESSAGES, proposal, clock.now());
      if (state.inReview() == null) {
        say();
      } else {
        record(state);
      }
    }

    private void say() {
      Saying saying = state.outgoing().saying();
      switch (send(TurnKey.bubble(saying.key(), 0), Author.BOT)) {
        case "SENT", "UNCERTAIN" -> record(Moves.said(state, saying, clock.now()));
        case "BRAKED" -> {
          state = Sayings.braked(state);
          braked();
        }
        default -> state = Sayings.cut(state).withNeedsHuman("send_rejected");
      }
    }

    private void decide(ReviewDecision decision) {
      if (decision.choice() == ReviewDecision.Choice.REJECT) {
        record(Reviews.rejected(state, decision, clock.now()).withNeedsHuman("review_rejected"));
      } else {
        record(Reviews.approved(state, decision, clock.now()));
      }
    }

    private static Proposal reply(List<MessageReceived> open, double confidence) {
      return new Proposal(
          open.stream().map(MessageReceived::id).toList(),
          List.of(new Outbound.Text("words")),
          Map.of(),
          "en",
          "a",
          "q",
          0,
          null,
          null,
          new Proposal.Decision("model", "v1", "r", confidence));
    }

    /** A takeover announced itself: it comes, or the journey learns the new epoch. */
    private void braked() {
      stopped = true;
      var brake = rows.brake();
      if (!brake.held()) {
        state = Holding.braked(state, brake.epoch());
      }
    }

    /** Row, call, outcome, with a place for everybody else in between. */
    private String send(String key, Author author) {
      for (int i = 0; i < 200; i++) {
        actors.pause();
        String begun = rows.begin(key, state.hold().epoch(), author);
        if (begun.equals("CALL")) {
          actors.pause();
          begun = rows.finish(key, state.hold().epoch(), author, call(key, author));
        }
        boolean waits = begun.equals("SENDING") || begun.equals("QUEUED");
        if (!waits) {
          return begun;
        }
        if (author == Author.BOT && takeoverAsked()) {
          return "BRAKED";
        }
      }
      return "REJECTED";
    }

    private String call(String key, Author author) {
      if (!rows.mayLeave(key)) {
        return "QUEUED"; // the gate was shut: nothing left
      }
      if (!accepted.add(key)) {
        faults.add("twice: " + key);
      }
      if (author == Author.BOT) {
        botMessages++;
        if (acknowledged && !named.contains(key)) {
          faults.add("bot message after an acknowledged takeover: " + key);
        }
      }
      actors.pause();
      return random.nextInt(8) == 0 ? "UNCERTAIN" : "SENT";
    }

    private boolean takeoverAsked() {
      return requests.values().stream()
          .anyMatch(r -> r instanceof TakeOver && !answered.containsKey(r.requestId()));
    }

    private void record(JourneyState next, JourneyEvent... events) {
      actors.pause();
      JourneyState revised = next.revised();
      while (rows.record(
              new JourneyWrite(account, rows.candidate(), revised, List.of(), List.of(events)))
          == Written.BEHIND) {
        revised = revised.revised();
      }
      state = revised;
      untaken = false;
    }
  }
}
