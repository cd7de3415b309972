package io.talaria.worker.bot;

import io.talaria.journal.definition.Answer;
import io.talaria.journal.definition.Definition;
import io.talaria.journal.definition.Hours;
import io.talaria.journal.definition.Published;
import io.talaria.journal.definition.Step;
import io.talaria.journey.Ending;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.Holder;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Mode;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.Review;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.rule.Act;
import io.talaria.journey.rule.Arrivals;
import io.talaria.journey.rule.Escalating;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.Next;
import io.talaria.journey.rule.Objections;
import io.talaria.journey.rule.ProposalCheck;
import io.talaria.journey.rule.QuietHours;
import io.talaria.journey.rule.Reviews;
import io.talaria.journey.rule.Sayings;
import io.talaria.journey.rule.ServiceWindow;
import io.talaria.journey.rule.TypingPause;
import io.talaria.port.Appointment;
import io.talaria.port.Desk;
import io.talaria.port.Journal;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Turn;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A journey without an engine: the real rules ({@code Next}, {@code Moves}, {@code Sayings}, {@code
 * Reviews}) and the real script, a clock that is set, and a main loop told anew. Every send
 * arrives; what WhatsApp would refuse, and what nobody should have been sent, is a fault.
 */
final class PaperJourney {
  static final ZoneId CANDIDATES = ZoneId.of("America/Sao_Paulo");
  private static final UUID PERSON = new UUID(1, 1);
  private static final int ACTS_AT_ONCE = 200;

  /** What is said in quiet hours answers what was written so lately, typing pause included. */
  private static final Duration JUST_WRITTEN = Duration.ofMinutes(62);

  private final Published published;
  private final Lookups lookups;
  private final UUID account = new UUID(1, 0);
  private final UUID candidate = new UUID(2, 0);
  private Instant now;
  private Instant typingUntil = Instant.EPOCH;
  private Instant written = Instant.EPOCH;
  private Instant spoken = Instant.EPOCH;
  private Instant told = Instant.EPOCH;
  private boolean unrecorded;
  private int number;
  private long generation;
  private JourneyState state;

  /** What went wrong; empty is what is promised. */
  final List<String> faults = new ArrayList<>();

  /** The story, for whoever reads a fault. */
  final List<String> story = new ArrayList<>();

  /** How the journeys of this candidate ended. */
  final List<Ending> endings = new ArrayList<>();

  /** The newest choices. */
  List<Outbound.Choice> offered = List.of();

  /** Whether the team was told of somebody who waits for them, and nobody has acted yet. */
  boolean called;

  PaperJourney(Definition definition, Lookups lookups, Instant start) {
    this.published = new Published(definition, 1, 0);
    this.lookups = lookups;
    this.now = start;
    this.state = begun();
  }

  private JourneyState begun() {
    Definition definition = published.definition();
    Hours hours = definition.hours();
    generation++;
    var opened =
        new Journal.Opened(
            true,
            new UUID(3, generation),
            generation,
            definition.plan(),
            definition.languageOf("BR"),
            1,
            null,
            hours == null ? null : hours.quietAt(CANDIDATES.getId(), now),
            hours == null ? null : hours.officeFrom(now),
            null);
    return Moves.begun(opened, "1");
  }

  /** What the open question asks for; empty when none is open. */
  Optional<Answer> asked() {
    String step = state == null ? null : state.talk().step();
    return step == null
        ? Optional.empty()
        : published.definition().question(step).map(Step.Ask::answer);
  }

  JourneyState state() {
    return state;
  }

  Instant now() {
    return now;
  }

  /** The candidate writes; after a journey that closed, another one begins. */
  void hears(MessageReceived message) {
    if (state == null) {
      state = begun();
    }
    note("> %s %s".formatted(message.kind(), message.text()));
    written = message.sentAt();
    hold(Moves.received(state, message));
    unrecorded = true;
    typingUntil = now.plus(TypingPause.after(state.inbox().open(), state.plan().times()));
    settle();
  }

  /** A person takes the conversation over, and says nothing. */
  void takenOver() {
    if (state == null || state.over() || state.mode() == Mode.HUMAN) {
      return;
    }
    var holder = new Holder(new UUID(4, ++number), PERSON, "Camila", now);
    record(Moves.taken(state, holder, state.hold().epoch() + 1, List.of()));
    note("a person takes over");
    called = true;
    settle();
  }

  /** A person sees to whoever waits: decides, or takes over, writes and gives back. */
  void seenTo() {
    called = false;
    if (state == null || state.over()) {
      return;
    }
    Review.Waiting waiting = state.inReview();
    UUID id = new UUID(4, ++number);
    if (waiting != null) {
      List<String> texts = waiting.proposal().messages().stream().map(Outbound::body).toList();
      record(
          Reviews.approved(
              state,
              new ReviewDecision(
                  id,
                  PERSON,
                  "Camila",
                  waiting.version(),
                  ReviewDecision.Choice.APPROVE,
                  texts,
                  null),
              now));
      note("a person approves");
    } else {
      takenOver();
      called = false;
      String key = TurnKey.bubble(TurnKey.ofRequest(id), 0);
      record(Moves.personWrote(state, key, now, Long.MAX_VALUE));
      record(Moves.returned(Objections.decided(state, now), state.hold().epoch() + 1));
      note("a person writes, and gives back");
      resume(id);
    }
    settle();
  }

  /** Time passes, and everything that falls due within it happens. */
  void passes(Duration time) {
    Instant until = now.plus(time);
    while (state != null && dueBy(until)) {
      settle();
    }
    now = until;
    settle();
  }

  /** How long until something is due; long when nothing is. */
  Duration toNext() {
    return state != null && next() instanceof Act.Wait wait && wait.until() != null
        ? Duration.between(now, wait.until())
        : Duration.ofDays(500);
  }

  /** Whether nothing at all is to come. */
  boolean rests() {
    return state == null || next() instanceof Act.Wait wait && wait.until() == null;
  }

  /** Goes to the next moment at which something is due; false when there is none by then. */
  private boolean dueBy(Instant until) {
    if (!(next() instanceof Act.Wait wait)) {
      return true;
    }
    if (wait.until() == null || wait.until().isAfter(until)) {
      return false;
    }
    if (!wait.until().isAfter(now)) {
      faults.add("waits for what is over: " + wait);
      return false;
    }
    now = wait.until();
    return true;
  }

  private Act next() {
    return Next.of(state, typingUntil, unrecorded, false, now);
  }

  private void settle() {
    for (int i = 0; state != null; i++) {
      state = Escalating.settled(state);
      Act act = next();
      if (act instanceof Act.Wait) {
        return;
      }
      if (i > ACTS_AT_ONCE) {
        faults.add("goes round in circles: " + act);
        state = null;
        return;
      }
      int before = stage();
      perform(act);
      if (state != null && stage() < before) {
        faults.add("back to " + state.talk().stage());
      }
    }
  }

  private int stage() {
    List<String> stages = state.plan().stages().stream().map(s -> s.id()).toList();
    return stages.indexOf(state.talk().stage());
  }

  private void perform(Act act) {
    List<MessageReceived> open = state.inbox().open();
    switch (act) {
      case Act.Answer answer ->
          turn(
              Reason.MESSAGES,
              TurnKey.ofMessage(Sayings.named(state).orElse(open.getFirst()).id()),
              open,
              0,
              null);
      case Act.CallPerson call -> callPerson(call.by());
      case Act.OptOut out -> optOut(out.by());
      case Act.NoteObjection objection -> {
        if (Objections.stops(state.outgoing().saying())) {
          hold(Sayings.cut(state));
        }
        record(Objections.noted(state, objection.by(), now));
      }
      case Act.Reopen reopen ->
          turn(
              Reason.WINDOW_CLOSED,
              TurnKey.ofReopening(state.journeyId(), open.getLast().seq()),
              List.of(),
              0,
              null);
      case Act.Say say -> say();
      case Act.Drop drop -> hold(Sayings.cut(state));
      case Act.ReviewOverdue overdue -> reviewOverdue();
      case Act.DropReview drop -> record(Reviews.dropped(state, Review.Fate.WINDOW_CLOSED, now));
      case Act.Nudge nudge -> nudge(nudge);
      case Act.Keep keep -> keep(keep.appointment());
      case Act.AlertAtRisk alert -> tell(Moves.alerted(state, true, false), Desk.Kind.AT_RISK);
      case Act.AlertWaiting alert -> tell(Moves.alerted(state, false, true), Desk.Kind.WAITING);
      case Act.AlertWindowClosing alert ->
          tell(Moves.alerted(Escalating.windowTold(state), false, false), Desk.Kind.WINDOW_CLOSING);
      case Act.WarnOwner warn -> tell(Moves.warned(state, now), Desk.Kind.OWNER_SILENT);
      case Act.ReturnToBot back -> returnToBot();
      case Act.Escalate escalate -> {
        told(Desk.Kind.ESCALATED);
        record(Moves.alerted(Escalating.escalated(state, now), false, false));
      }
      case Act.DropOff drop -> end(Ending.DROPPED);
      case Act.TellAfterEnd tell -> {
        List<UUID> ids = open.stream().map(MessageReceived::id).toList();
        JourneyState shown = state.withInbox(Arrivals.answered(state.inbox(), ids));
        tell(Moves.alerted(shown, false, false), Desk.Kind.AFTER_END);
      }
      case Act.TakeIn takeIn -> record(state);
      case Act.Close close -> {
        note("closes");
        state = null;
      }
      default -> throw new IllegalStateException("Not in this life: " + act);
    }
  }

  private void turn(
      Reason reason, String key, List<MessageReceived> messages, int nudge, String due) {
    var turn =
        new Turn(
            account,
            candidate,
            state.journeyId(),
            key,
            reason,
            state.plan().definition(),
            state.plan().number(),
            state.talk().language(),
            state.talk().stage(),
            state.talk().step(),
            state.talk().misses(),
            state.talk().answers(),
            messages,
            nudge,
            state.talk().disclosed(),
            new Turn.Moment(now, windowOpen(), due, state.appointments(), "BR"));
    Proposal proposal = Script.propose(published, turn, lookups);
    ProposalCheck.fault(state.plan(), state, proposal)
        .ifPresent(fault -> faults.add("the script proposed what may not be: " + fault));
    JourneyState before = state;
    JourneyState after = Reviews.begun(before, key, reason, proposal, now);
    if (after.inReview() == null) {
      hold(after);
    } else if (before.inReview() == null) {
      tell(Moves.alerted(after, false, false), Desk.Kind.REVIEW);
    } else {
      record(after);
    }
  }

  private void say() {
    Saying saying = state.outgoing().saying();
    if (!saying.finished()) {
      leaves(saying);
    }
    JourneyState before = state;
    if (saying.finished() || saying.last()) {
      record(Moves.said(before, saying, now));
      if (state.needsHuman() != null && before.needsHuman() == null) {
        tell(Moves.alerted(state, false, false), Desk.Kind.NEEDS_HUMAN);
      }
    } else {
      hold(Sayings.said(Sayings.paced(state, now), saying, now));
    }
  }

  private void leaves(Saying saying) {
    Outbound bubble = saying.proposal().messages().get(saying.next());
    boolean template = bubble instanceof Outbound.Template;
    note("< %s %s".formatted(saying.reason(), bubble.body().lines().findFirst().orElse("")));
    spoken = now;
    offered =
        switch (bubble) {
          case Outbound.Buttons buttons -> buttons.choices();
          case Outbound.Choices list -> list.choices();
          default -> offered;
        };
    if (!template && !windowOpen()) {
      faults.add("free text into a closed window: " + bubble.body());
    }
    if (state.over()) {
      faults.add("speaks after the end: " + bubble.body());
    }
    var by = saying.proposal().decision().override();
    boolean person = by != null && by.operatorId() != null;
    boolean answers =
        !saying.proposal().inputIds().isEmpty() && now.isBefore(written.plus(JUST_WRITTEN));
    if (saying.next() == 0 && quiet() && !answers && !person) {
      faults.add("%s in quiet hours: %s".formatted(saying.reason(), bubble.body()));
    }
  }

  /** By the definition's own hours, minute by minute: another way than the journey's calendar. */
  private boolean quiet() {
    Hours hours = published.definition().hours();
    if (hours == null) {
      return false;
    }
    ZonedDateTime there = now.atZone(CANDIDATES);
    int minute =
        (there.getDayOfWeek().getValue() - 1) * 24 * 60 + there.getHour() * 60 + there.getMinute();
    return hours.quiet().stream().anyMatch(s -> s.from() <= minute && minute < s.to())
        || hours.dates().contains(there.toLocalDate())
        || hours.yearly().contains(MonthDay.from(there));
  }

  private boolean windowOpen() {
    return ServiceWindow.isOpen(state.silence().windowFrom(), now);
  }

  private boolean canBeTold() {
    return windowOpen() && QuietHours.mayAnswer(state, now);
  }

  private void callPerson(MessageReceived by) {
    if (state.outgoing().saying() == null && canBeTold()) {
      List<MessageReceived> messages = Arrivals.from(state.inbox(), by);
      turn(Reason.PERSON, TurnKey.ofMessage(by.id()), messages, 0, null);
    } else {
      needs(Objections.reason(state, "asked_for_person"));
    }
  }

  private void needs(String reason) {
    JourneyState calling = Reviews.closed(state, Review.Fate.PERSON_CALLED, now);
    tell(Moves.alerted(calling.withNeedsHuman(reason), false, false), Desk.Kind.NEEDS_HUMAN);
  }

  private void optOut(MessageReceived by) {
    Saying saying = state.outgoing().saying();
    boolean unsettled = saying != null && saying.held() != null && saying.held().until() == null;
    if (state.mode() == Mode.BOT && canBeTold() && !unsettled) {
      hold(Sayings.cut(state));
      List<MessageReceived> messages = Arrivals.from(state.inbox(), by);
      turn(Reason.OPT_OUT, TurnKey.ofMessage(by.id()), messages, 0, null);
    } else {
      end(Ending.OPTED_OUT);
    }
  }

  private void end(Ending ending) {
    record(Moves.ended(state, ending, now));
  }

  private void nudge(Act.Nudge nudge) {
    String owed = state.silence().owedKey();
    hold(Moves.nudged(state, nudge.number() - 1));
    if (nudge.send()) {
      turn(Reason.NUDGE, TurnKey.ofNudge(owed, nudge.number()), List.of(), nudge.number(), null);
    } else {
      record(Moves.nudged(state, nudge.number()));
    }
  }

  private void keep(Appointment appointment) {
    String key = TurnKey.ofAppointment(state.journeyId(), appointment);
    turn(Reason.DUE, key, List.of(), 0, appointment.id());
  }

  private void resume(UUID handback) {
    if (state.inbox().open().isEmpty() && state.talk().step() != null && windowOpen()) {
      turn(Reason.RESUME, TurnKey.ofResume(handback), List.of(), 0, null);
    }
  }

  private void returnToBot() {
    UUID takeover = state.hold().holder().takeoverId();
    note("goes back to the bot");
    record(Moves.returned(state, state.hold().epoch() + 1));
    if (state.needsHuman() == null) {
      resume(takeover);
    }
  }

  private void reviewOverdue() {
    Review.Waiting waiting = state.inReview();
    switch (Reviews.overdue(state)) {
      case OVERDUE_SENT -> record(Reviews.sent(state, now));
      case OVERDUE_DROPPED -> record(Reviews.dropped(state, Review.Fate.OVERDUE_DROPPED, now));
      default -> {
        hold(Reviews.closed(state, Review.Fate.OVERDUE_HUMAN, now));
        String why = waiting.proposal().needsHuman();
        needs(why == null ? "review_overdue" : why);
      }
    }
  }

  private void tell(JourneyState after, Desk.Kind kind) {
    String episode = after.journeyId() + ":" + kind + ":" + after.silence().episodes();
    record(Escalating.told(after, kind, episode, now));
    told(kind);
  }

  private void told(Desk.Kind kind) {
    note("! " + kind);
    told = now;
    Instant waits = state.silence().weOweSince();
    called |= waits != null || state.needsHuman() != null || state.inReview() != null;
  }

  private void hold(JourneyState next) {
    unrecorded |= !next.equals(state);
    state = next;
  }

  private void record(JourneyState next) {
    boolean over = state.over();
    state = next.revised();
    unrecorded = false;
    if (!over && state.over()) {
      note("ends: " + state.end().ending());
      endings.add(state.end().ending());
    }
  }

  /**
   * Whether a person knows of this journey, in which nothing is to come: they hold it, or were
   * told.
   */
  boolean isKnown() {
    Instant waits = state.silence().weOweSince();
    if (state.mode() == Mode.HUMAN) {
      return waits == null || !told.isBefore(waits);
    }
    return !told.isBefore(spoken);
  }

  Map<String, String> answers() {
    return state == null ? Map.of() : state.talk().answers();
  }

  private void note(String what) {
    story.add(now.atZone(CANDIDATES).toLocalDateTime() + " " + what);
  }
}
