package io.talaria.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talaria.definition.Plan;
import io.talaria.port.Appointment;
import io.talaria.port.Desk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a journey is between two steps, and everything that crosses continue-as-new. The
 * journal keeps the newest one, ordered by (generation, revision).
 *
 * @param generation of the run, given by the journal at its first write
 * @param revision of the state, from 1; advanced with each write
 * @param numberId where the candidate was last spoken to
 * @param needsHuman reason code since a person is needed; the bot is silent until hand-back
 * @param requests answers to recent recruiters' requests, newest last, for those that are repeated
 * @param alerts that the team may not have been told yet; null means none. The next run tells them:
 *     their rows in the journal keep them from being told twice
 * @param outgoing what is on its way to the candidate
 * @param agenda moments at which the bot has a turn; null means none
 * @param review what of the bot's was put before recruiters; null means nothing was
 * @param timing null for a journey that knows neither quiet hours nor escalation
 * @param phase how far the conversation is ours; null when it wholly is. Left out of JSON then, so
 *     that states of before keep their hash
 * @param attention what is remembered of the candidate; null means nothing
 * @param move what is left to do of the way to another plan; null means nothing
 */
public record JourneyState(
    UUID journeyId,
    long generation,
    long revision,
    Plan plan,
    String numberId,
    Talk talk,
    Inbox inbox,
    Hold hold,
    Silence silence,
    @Nullable String needsHuman,
    @Nullable End end,
    List<Answered> requests,
    @Nullable List<Desk.Alert> alerts,
    Outgoing outgoing,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Appointment> agenda,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Review review,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Timing timing,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Phase phase,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Attention attention,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PlanMove move) {

  /** States of before have no outgoing part; nothing was on its way then. */
  public JourneyState {
    if (outgoing == null) {
      outgoing = Outgoing.NOTHING;
    }
  }

  /** A state without appointments, and without anything put before recruiters. */
  public JourneyState(
      UUID journeyId,
      long generation,
      long revision,
      Plan plan,
      String numberId,
      Talk talk,
      Inbox inbox,
      Hold hold,
      Silence silence,
      @Nullable String needsHuman,
      @Nullable End end,
      List<Answered> requests,
      @Nullable List<Desk.Alert> alerts,
      Outgoing outgoing) {
    this(
        journeyId,
        generation,
        revision,
        plan,
        numberId,
        talk,
        inbox,
        hold,
        silence,
        needsHuman,
        end,
        requests,
        alerts,
        outgoing,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** What is remembered of the candidate. */
  public Attention remembered() {
    return attention == null ? Attention.NONE : attention;
  }

  /** The same, remembering this of the candidate. */
  public JourneyState withAttention(Attention next) {
    return changed(parts -> parts.attention = next);
  }

  /** Who answers the candidate. */
  public Mode mode() {
    return hold.holder() == null ? Mode.BOT : Mode.HUMAN;
  }

  /** Whether the journey has ended; it still shows what comes for a while. */
  public boolean over() {
    return end != null;
  }

  /** Whether another system speaks to the candidate, and Talaria only looks on. */
  public boolean watched() {
    return phase != null && phase != Phase.CONTROL;
  }

  /** The same in another phase. */
  public JourneyState withPhase(@Nullable Phase next) {
    return changed(parts -> parts.phase = next == Phase.CONTROL ? null : next);
  }

  /** The same in another plan of its definition. */
  public JourneyState withPlan(Plan next) {
    return changed(parts -> parts.plan = next);
  }

  /** The same with something else left to do of the way to another plan. */
  public JourneyState withMove(@Nullable PlanMove next) {
    return changed(parts -> parts.move = next);
  }

  /** The same, standing elsewhere in the talk. */
  public JourneyState withTalk(Talk next) {
    return changed(parts -> parts.talk = next);
  }

  /** The same with another inbox. */
  public JourneyState withInbox(Inbox next) {
    return changed(parts -> parts.inbox = next);
  }

  /** The same with another hold. */
  public JourneyState withHold(Hold next) {
    return changed(parts -> parts.hold = next);
  }

  /** The same with another silence. */
  public JourneyState withSilence(Silence next) {
    return changed(parts -> parts.silence = next);
  }

  /** The same, needing a person for this reason, or none. */
  public JourneyState withNeedsHuman(@Nullable String next) {
    return changed(parts -> parts.needsHuman = next);
  }

  /** The same, ended. */
  public JourneyState withEnd(End next) {
    return changed(parts -> parts.end = next);
  }

  /** The same, answering at this number. */
  public JourneyState withNumber(String next) {
    return changed(parts -> parts.numberId = next);
  }

  /** The same with these answered requests. */
  public JourneyState withRequests(List<Answered> next) {
    return changed(parts -> parts.requests = next);
  }

  /** The same with something else on its way. */
  public JourneyState withOutgoing(Outgoing next) {
    return changed(parts -> parts.outgoing = next);
  }

  /** The same with another review. */
  public JourneyState withReview(Review next) {
    return changed(parts -> parts.review = next);
  }

  /** The bot's proposal that waits for a recruiter; null when none does. */
  public Review.@Nullable Waiting inReview() {
    return review == null ? null : review.waiting();
  }

  /** The same with these alerts still to be told. */
  public JourneyState withAlerts(List<Desk.Alert> next) {
    return changed(parts -> parts.alerts = next.isEmpty() ? null : List.copyOf(next));
  }

  /** The same with these appointments. */
  public JourneyState withAgenda(List<Appointment> next) {
    return changed(parts -> parts.agenda = next.isEmpty() ? null : List.copyOf(next));
  }

  /** Moments at which the bot has a turn. */
  public List<Appointment> appointments() {
    return agenda == null ? List.of() : agenda;
  }

  /** The same with another timing. */
  public JourneyState withTiming(@Nullable Timing next) {
    return changed(parts -> parts.timing = next);
  }

  /** Its calendars, and what was told when. */
  public Timing clocks() {
    return timing == null ? Timing.NONE : timing;
  }

  /** Alerts that the team may not have been told yet. */
  public List<Desk.Alert> pendingAlerts() {
    return alerts == null ? List.of() : alerts;
  }

  /** The same, gone on with by another run. */
  public JourneyState inGeneration(long next) {
    return changed(parts -> parts.generation = next);
  }

  /** The same, one revision on. */
  public JourneyState revised() {
    return changed(parts -> parts.revision = revision + 1);
  }

  private JourneyState changed(Consumer<JourneyParts> change) {
    var parts = new JourneyParts(this);
    change.accept(parts);
    return parts.whole();
  }

  /**
   * Where the bot and the candidate stand.
   *
   * @param step the question that is open; null when none is
   * @param misses how often in a row the answer to it was not understood
   * @param answers by step id
   * @param disclosed whether the candidate was told that a machine speaks
   */
  public record Talk(
      String language,
      String stage,
      @Nullable String step,
      int misses,
      Map<String, String> answers,
      boolean disclosed) {}

  /**
   * What came in.
   *
   * @param floor every seq up to it was seen
   * @param above seqs over the floor that were seen, ascending
   * @param open unanswered messages, by seq
   */
  public record Inbox(long floor, List<Long> above, List<MessageReceived> open) {}

  /**
   * How and when it ended.
   *
   * @param reason code, such as that of a knock-out; null when the ending says enough
   */
  public record End(Ending ending, Instant at, @Nullable String reason) {
    public End(Ending ending, Instant at) {
      this(ending, at, null);
    }
  }
}
