package io.talaria.journey.flow;

import io.talaria.journey.Answered;
import io.talaria.journey.JourneyStart;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Review;
import io.talaria.journey.Waking;
import io.talaria.journey.rule.Due;
import io.talaria.journey.rule.Escalating;
import io.talaria.journey.rule.Moves;
import io.talaria.journey.rule.ProposalCheck;
import io.talaria.journey.rule.Requests;
import io.talaria.journey.rule.Reviews;
import io.talaria.port.Delivery;
import io.talaria.port.Delivery.Author;
import io.talaria.port.Delivery.Claim;
import io.talaria.port.Desk;
import io.talaria.port.Journal;
import io.talaria.port.JourneyEvent;
import io.talaria.port.JourneyWrite;
import io.talaria.port.Outbound;
import io.talaria.port.Written;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The journey's state, and its way into the journal: each revision with what led to it. */
final class Book {
  private final JourneyStart start;
  private final Journal journal = Ports.journal();
  private final Story story = new Story();
  private final EngineTime time = new EngineTime();
  private final Set<UUID> untaken = new LinkedHashSet<>();
  private @Nullable JourneyState state;
  private @Nullable Answered given;
  private @Nullable Review told;
  private boolean changed;
  private boolean overtaken;

  /** What the journal has of the journey, as this run wrote it; null while it hasn't. */
  private @Nullable Recorded recorded;

  private record Recorded(JourneyState state, Instant at) {
    /** What the journal has for the journey's deadline; null when there is none. */
    @Nullable Instant due() {
      return Due.of(state, at);
    }
  }

  Book(JourneyStart start) {
    this.start = start;
    JourneyState carried = start.carried();
    this.state = carried;
    this.told = carried == null ? null : carried.review();
    List<UUID> messages = start.untaken();
    if (messages != null) {
      untaken.addAll(messages);
    }
  }

  JourneyStart start() {
    return start;
  }

  Journal journal() {
    return journal;
  }

  /** Whether the journey is this run's: carried over, or opened, and not overtaken since. */
  boolean begun() {
    return state != null && !overtaken;
  }

  JourneyState state() {
    return Objects.requireNonNull(state, "This journey has not begun");
  }

  EngineTime time() {
    return time;
  }

  Instant now() {
    return time.now();
  }

  /** Where the journey stands, as this attempt of its task knows it. */
  Journal.Step step() {
    return new Journal.Step(state().generation(), state().revision(), time.taskAt());
  }

  /**
   * Opens the journey in the journal, or goes on with the carried one.
   *
   * @return false when nothing was left to take in
   */
  boolean begin(List<UUID> arrived) {
    if (state != null) {
      story.resume(state);
      return true;
    }
    Journal.Opened opened =
        journal.open(
            new Journal.Open(
                start.accountId(),
                start.candidateId(),
                start.definition(),
                start.numberId(),
                start.country(),
                Workflow.getInfo().getRunId(),
                arrived,
                start.left(),
                start.planned()));
    if (opened.opened()) {
      state = Moves.begun(opened, start.numberId());
      told = state.review();
      // Nothing else would write it before its first words leave: a lost run goes on from there.
      changed = opened.startsAt() != null;
      story.tell(state);
    }
    return opened.opened();
  }

  boolean answered(UUID requestId) {
    return state != null && Requests.answered(state, requestId).isPresent();
  }

  /** Another state that will be recorded with the next revision. */
  void hold(JourneyState next) {
    changed |= !next.equals(state);
    state = next;
  }

  /** Forgets an escalation that is over; the next revision shows it. */
  void forgetSettled() {
    state = Escalating.settled(state());
  }

  /** Keeps of the alerts only those still to be told; the next revision shows it. */
  void alertsLeft(Predicate<Desk.Alert> untold) {
    JourneyState now = state();
    List<Desk.Alert> pending = now.pendingAlerts();
    List<Desk.Alert> left = pending.stream().filter(untold).toList();
    if (left.size() < pending.size()) {
      state = now.withAlerts(left);
    }
  }

  /** A message that the journal doesn't show as taken in. */
  void untaken(UUID messageId) {
    untaken.add(messageId);
  }

  /** Messages that the journal doesn't show as taken in. */
  List<UUID> untaken() {
    return List.copyOf(untaken);
  }

  /** Whether the journal doesn't show yet what came in. */
  boolean unrecorded() {
    return changed || !untaken.isEmpty();
  }

  /** Writes the next revision with what led to it. */
  void record(JourneyState next, List<JourneyEvent> events) {
    record(next, events, null);
  }

  /** The same, with the answer to a recruiter's request, which both remember. */
  void answer(JourneyState next, List<JourneyEvent> events, Answered answer) {
    Answered told = given != null && given.requestId().equals(answer.requestId()) ? given : answer;
    record(Moves.remembered(next, told), events, told);
  }

  /** Its request was answered so already: done again, it is answered the same. */
  void answersAs(Answered answer) {
    given = answer;
  }

  private void record(JourneyState next, List<JourneyEvent> events, @Nullable Answered answer) {
    JourneyState revised = next.revised();
    Written written = journal.record(write(revised, events, answer));
    while (written == Written.BEHIND) {
      revised = revised.revised();
      written = journal.record(write(revised, events, answer));
    }
    if (written == Written.OVERTAKEN) {
      throw overtaken();
    }
    if (written == Written.LATE) {
      // Fails this attempt of the task, which the engine has given up.
      throw new IllegalStateException("A later attempt of this workflow task has written");
    }
    recorded(revised);
  }

  /** To be thrown where the journal turns out to go on without this run. */
  Overtaken overtaken() {
    overtaken = true;
    return new Overtaken();
  }

  /** What the next revision is, to be recorded by whoever sends; tell {@link #recorded} then. */
  JourneyWrite write(JourneyState revised, List<JourneyEvent> events) {
    return write(revised, events, null);
  }

  private JourneyWrite write(
      JourneyState revised, List<JourneyEvent> events, @Nullable Answered answer) {
    var all = new ArrayList<>(events);
    all.addAll(Reviews.events(told, revised));
    return new JourneyWrite(
        start.accountId(),
        start.candidateId(),
        revised,
        List.copyOf(untaken),
        List.copyOf(all),
        answer,
        time.taskAt());
  }

  /** The journal has this revision. */
  void recorded(JourneyState revised) {
    state = revised;
    told = revised.review();
    untaken.clear();
    changed = false;
    recorded = new Recorded(revised, now());
    story.tell(revised);
  }

  /**
   * How the journey is woken at this deadline; null when it has to wake by itself: the journal
   * doesn't know of the deadline, or what is due wouldn't keep until its timer.
   */
  @Nullable Waking wakingAt(@Nullable Instant deadline) {
    Waking waking = start.waking();
    boolean woken =
        waking != null
            && deadline != null
            && recorded != null
            && deadline.equals(recorded.due())
            && Due.keeps(state(), deadline, waking.grace());
    return woken ? waking : null;
  }

  /** A message of this journey, under the epoch that it knows. */
  Delivery delivery(
      String key,
      int position,
      Author author,
      @Nullable UUID operatorId,
      Outbound content,
      @Nullable Claim claim,
      boolean tellArrival,
      @Nullable JourneyWrite after) {
    return new Delivery(
        start.accountId(),
        start.candidateId(),
        state().journeyId(),
        state().numberId(),
        state().hold().epoch(),
        key,
        position,
        author,
        operatorId,
        content,
        claim,
        tellArrival,
        after);
  }

  /** What a move means for the funnel. */
  List<JourneyEvent> events(JourneyState before, JourneyState after, String cause) {
    return ProposalCheck.events(before, after, cause, now());
  }
}
