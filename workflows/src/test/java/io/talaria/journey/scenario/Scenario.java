package io.talaria.journey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talaria.definition.Plan;
import io.talaria.journey.AcknowledgeAlert;
import io.talaria.journey.Acknowledgement;
import io.talaria.journey.Attachment;
import io.talaria.journey.CancelScheduled;
import io.talaria.journey.CandidateJourney;
import io.talaria.journey.FormAnswers;
import io.talaria.journey.HandBack;
import io.talaria.journey.HandOver;
import io.talaria.journey.HandbackReceipt;
import io.talaria.journey.HoldReceipt;
import io.talaria.journey.JourneyIds;
import io.talaria.journey.JourneyStart;
import io.talaria.journey.JourneyState;
import io.talaria.journey.KeepHold;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.MessageReceived.Kind;
import io.talaria.journey.ProactiveMessage;
import io.talaria.journey.Refusal;
import io.talaria.journey.Reply;
import io.talaria.journey.ReplyReceipt;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.ReviewReceipt;
import io.talaria.journey.ScheduleReceipt;
import io.talaria.journey.ScheduleReply;
import io.talaria.journey.SettleSend;
import io.talaria.journey.TakeOver;
import io.talaria.journey.TakeoverReceipt;
import io.talaria.journey.Waking;
import io.talaria.port.Desk;
import io.talaria.port.Outbound;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** One candidate's story on the time-skipping server, told in the journey's own words. */
final class Scenario {
  static final UUID ACCOUNT = UUID.fromString("00000000-0000-0000-0000-000000000001");
  static final String NUMBER = "106540352242922";

  private final ScenarioWorld world;
  final Neighbours neighbours;
  final UUID candidateId = UUID.randomUUID();
  private final int continueAfterEvents;

  /** How long a worker may take for a step of a run that is started; null for the engine's own. */
  Duration stepWithin;

  /** Whether somebody wakes a run that is started. */
  boolean woken;

  private long seq;
  private int heard;
  private MessageReceived last;

  Scenario(ScenarioWorld world, Plan plan, int continueAfterEvents) {
    this.world = world;
    this.neighbours = new Neighbours(plan, this::now);
    this.continueAfterEvents = continueAfterEvents;
    world.register(candidateId, neighbours);
  }

  Instant now() {
    return Instant.ofEpochMilli(world.env.currentTimeMillis());
  }

  /** The candidate writes. */
  Scenario says(String text) {
    return sends(
        new MessageReceived(UUID.randomUUID(), ++seq, now(), Kind.TEXT, text, null, NUMBER));
  }

  /** The candidate taps a choice: no typing pause. */
  Scenario taps(String id) {
    return sends(new MessageReceived(UUID.randomUUID(), ++seq, now(), Kind.CHOICE, id, id, NUMBER));
  }

  /** A tap that the running journey is handed, the way in which most messages come. */
  Scenario tapsAndIsHandedOver(String id) {
    last = new MessageReceived(UUID.randomUUID(), ++seq, now(), Kind.CHOICE, id, id, NUMBER);
    world
        .client()
        .newUntypedWorkflowStub(JourneyIds.workflowId(candidateId))
        .update(CandidateJourney.TAKE_MESSAGE, Void.class, last);
    return this;
  }

  /** Whoever wakes journeys says that this one is due. */
  Scenario isWoken() {
    world
        .client()
        .newUntypedWorkflowStub(JourneyIds.workflowId(candidateId))
        .update(CandidateJourney.WAKE, Void.class);
    return this;
  }

  /** The candidate sends a photo; each of an album is one of these. */
  Scenario sendsPhoto() {
    var attachment = new Attachment(UUID.randomUUID(), "image/jpeg", null);
    return sends(
        new MessageReceived(
            UUID.randomUUID(), ++seq, now(), Kind.PHOTO, "", null, NUMBER, attachment, null));
  }

  /** The candidate hands in a form. */
  Scenario fillsIn(Map<String, String> fields) {
    var form = new FormAnswers("profile", fields);
    return sends(
        new MessageReceived(
            UUID.randomUUID(), ++seq, now(), Kind.FORM, "", null, NUMBER, null, form));
  }

  /** A message that WhatsApp delivered late. */
  Scenario saidAt(Instant sentAt, String text) {
    return sends(
        new MessageReceived(UUID.randomUUID(), ++seq, sentAt, Kind.TEXT, text, null, NUMBER));
  }

  /** A message that waited in the journal, since more came than journeys take. */
  Scenario saysAfter(Duration waited, String text) {
    return sends(
        new MessageReceived(UUID.randomUUID(), ++seq, now(), Kind.TEXT, text, null, NUMBER)
            .after(waited));
  }

  /** WhatsApp delivers the last message once more. */
  Scenario isDeliveredAgain() {
    return sends(last);
  }

  Scenario sends(MessageReceived message) {
    last = message;
    WorkflowExecution run =
        workflow()
            .signalWithStart(
                "messageReceived", new Object[] {message}, new Object[] {journeyStart()});
    world.firstRuns.putIfAbsent(candidateId, run.getRunId());
    return this;
  }

  /** A run that waits for its first message. */
  void isStartedWithoutAMessage() {
    workflow().start(journeyStart());
  }

  /** A run that goes on with the journey that a lost one left, although no message came. */
  void isCalledBack(UUID journeyId) {
    workflow().start(journeyStart().goingOnWith(journeyId));
  }

  /** The time has come at which somebody planned that this journey begins. */
  Scenario isBegunAsPlanned() {
    UUID start = UUID.randomUUID();
    synchronized (neighbours) {
      neighbours.planned = start;
      neighbours.startsAt = now();
    }
    isBegunBy(start);
    return this;
  }

  /** A run is begun for this start, whatever has become of it. */
  void isBegunBy(UUID start) {
    workflow().start(journeyStart().asPlanned(start));
  }

  private WorkflowStub workflow() {
    return world
        .client()
        .newUntypedWorkflowStub(
            "CandidateJourney",
            WorkflowOptions.newBuilder()
                .setWorkflowId(JourneyIds.workflowId(candidateId))
                .setTaskQueue(JourneyIds.JOURNEYS_QUEUE)
                .setWorkflowTaskTimeout(stepWithin)
                .build());
  }

  private JourneyStart journeyStart() {
    var start =
        JourneyStart.first(ACCOUNT, candidateId, "tech-hiring", NUMBER, "BR")
            .continuingAfter(continueAfterEvents);
    return woken ? start.woken(Waking.USUAL) : start;
  }

  MessageReceived lastMessage() {
    return last;
  }

  /** Time passes. */
  Scenario silence(Duration time) {
    world.env.sleep(time);
    return this;
  }

  /** The next thing that the candidate hears. */
  Scenario hears(String words) {
    int next = heard++;
    await().atMost(Duration.ofSeconds(10)).until(() -> said().size() > next);
    assertThat(said().get(next)).contains(words);
    return this;
  }

  /** Nothing was said that wasn't expected. */
  Scenario hearsNothingMore() {
    assertThat(said()).hasSize(heard);
    return this;
  }

  List<String> said() {
    synchronized (neighbours) {
      return neighbours.sent.stream().map(d -> d.content().body()).toList();
    }
  }

  /** How many events of this type its run has. */
  int events(EventType type) {
    return Math.toIntExact(
        world.client().fetchHistory(JourneyIds.workflowId(candidateId)).getEvents().stream()
            .filter(event -> event.getEventType() == type)
            .count());
  }

  /** Priority keys of what was given to the number's governed queue, in its order. */
  List<Integer> prioritiesOfQueued() {
    return world.client().fetchHistory(JourneyIds.workflowId(candidateId)).getEvents().stream()
        .filter(event -> event.hasActivityTaskScheduledEventAttributes())
        .map(event -> event.getActivityTaskScheduledEventAttributes())
        .filter(send -> send.getTaskQueue().getName().equals(JourneyIds.sendsQueue(NUMBER)))
        .map(send -> send.getPriority().getPriorityKey())
        .toList();
  }

  /** Alerts go out side by side, so that their order isn't told. */
  Scenario deskIsAlerted(Desk.Kind... kinds) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              synchronized (neighbours) {
                assertThat(neighbours.alerts)
                    .extracting(Desk.Alert::kind)
                    .containsExactlyInAnyOrder(kinds);
              }
            });
    return this;
  }

  Recruiter recruiter(String name) {
    return new Recruiter(name, UUID.nameUUIDFromBytes(name.getBytes()));
  }

  /** How long a worker may take for a step of the run that is current. */
  Duration stepOfRun() {
    var began =
        world.client().fetchHistory(JourneyIds.workflowId(candidateId)).getEvents().getFirst();
    return Duration.ofSeconds(
        began.getWorkflowExecutionStartedEventAttributes().getWorkflowTaskTimeout().getSeconds());
  }

  /** Whether a request was refused since the run has not begun. */
  private static boolean isBeingOpened(Throwable failure) {
    return failure.getCause() instanceof ApplicationFailure refused
        && refused.getType().equals(Refusal.NOT_BEGUN.name());
  }

  JourneyState state() {
    return journey().state();
  }

  CandidateJourney journey() {
    return world
        .client()
        .newWorkflowStub(CandidateJourney.class, JourneyIds.workflowId(candidateId));
  }

  /** Waits until the journey's state is as told. */
  Scenario until(java.util.function.Predicate<JourneyState> reached) {
    await().atMost(Duration.ofSeconds(10)).until(() -> reached.test(state()));
    return this;
  }

  /** Somebody of the team. */
  final class Recruiter {
    private final String name;
    private final UUID id;

    private Recruiter(String name, UUID id) {
      this.name = name;
      this.id = id;
    }

    TakeoverReceipt takesOver() {
      return takesOver(null, false);
    }

    TakeoverReceipt takesOver(String reason, boolean fromHolder) {
      long epoch = neighbours.raiseBrake(id);
      return journey()
          .takeOver(new TakeOver(UUID.randomUUID(), id, name, epoch, reason, fromHolder));
    }

    /** Asks again, the way the console does, for as long as the run is being opened. */
    void takesOverOnceItHasBegun() {
      await()
          .atMost(Duration.ofSeconds(10))
          .ignoreExceptionsMatching(Scenario::isBeingOpened)
          .until(this::takesOver, Objects::nonNull);
    }

    /** Asks without having raised the brake: what is refused must not have stopped the bot. */
    TakeoverReceipt triesToTakeOver() {
      return journey()
          .takeOver(new TakeOver(UUID.randomUUID(), id, name, neighbours.epoch, null, false));
    }

    ReplyReceipt replies(String text) {
      return replies(UUID.randomUUID(), text);
    }

    ReplyReceipt replies(UUID requestId, String text) {
      return journey().reply(new Reply(requestId, id, new Outbound.Text(text)));
    }

    ReviewReceipt approves(int version, String... texts) {
      return decides(UUID.randomUUID(), version, ReviewDecision.Choice.APPROVE, null, texts);
    }

    ReviewReceipt edits(int version, String... texts) {
      return decides(
          UUID.randomUUID(), version, ReviewDecision.Choice.EDIT, "assim soa melhor", texts);
    }

    ReviewReceipt rejects(int version, String reason) {
      return decides(UUID.randomUUID(), version, ReviewDecision.Choice.REJECT, reason);
    }

    ReviewReceipt decides(
        UUID requestId, int version, ReviewDecision.Choice choice, String note, String... texts) {
      return journey()
          .decideReview(
              new ReviewDecision(requestId, id, name, version, choice, List.of(texts), note));
    }

    ReplyReceipt settles(String key, SettleSend.Choice choice) {
      return journey().settle(new SettleSend(UUID.randomUUID(), id, key, choice));
    }

    void handsBack() {
      handsBack(UUID.randomUUID(), false);
    }

    HandbackReceipt handsBack(UUID requestId, boolean dropScheduled) {
      return journey()
          .handBack(
              new HandBack(
                  requestId,
                  id,
                  null,
                  "resolvido",
                  HandBack.Outcome.RESOLVED,
                  "ligar na sexta",
                  dropScheduled));
    }

    HoldReceipt handsOver(Recruiter colleague) {
      return gives(this, colleague, false);
    }

    /** A lead gives what somebody else holds. */
    HoldReceipt gives(Recruiter from, Recruiter to, boolean lead) {
      return journey()
          .handOver(
              new HandOver(UUID.randomUUID(), id, from.id, to.id, to.name, lead, "é a sua área"));
    }

    Acknowledgement acknowledges() {
      return acknowledges(UUID.randomUUID());
    }

    Acknowledgement acknowledges(UUID requestId) {
      return journey().acknowledge(new AcknowledgeAlert(requestId, id, name));
    }

    HoldReceipt keeps() {
      return journey().keepHold(new KeepHold(UUID.randomUUID(), id));
    }

    ReplyReceipt writesBeside(UUID requestId, String text) {
      return journey().sendProactive(new ProactiveMessage(requestId, id, new Outbound.Text(text)));
    }

    ScheduleReceipt schedules(String text, Instant at) {
      return schedules(UUID.randomUUID(), text, at, null);
    }

    ScheduleReceipt schedules(UUID requestId, String text, Instant at, UUID replaces) {
      return journey()
          .schedule(new ScheduleReply(requestId, id, name, new Outbound.Text(text), at, replaces));
    }

    ScheduleReceipt cancels(UUID scheduled) {
      return journey().cancelScheduled(new CancelScheduled(UUID.randomUUID(), id, scheduled));
    }

    UUID id() {
      return id;
    }
  }
}
