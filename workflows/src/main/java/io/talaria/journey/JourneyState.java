package io.talaria.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.talaria.definition.Plan;
import io.talaria.port.Appointment;
import io.talaria.port.Desk;
import io.talaria.port.Outbound;
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

  private JourneyState changed(Consumer<Parts> change) {
    var parts = new Parts(this);
    change.accept(parts);
    return parts.whole();
  }

  /** The components, open to a change; records have no copy with another value. */
  private static final class Parts {
    private final UUID journeyId;
    private long generation;
    private long revision;
    private Plan plan;
    private String numberId;
    private Talk talk;
    private Inbox inbox;
    private Hold hold;
    private Silence silence;
    private @Nullable String needsHuman;
    private @Nullable End end;
    private List<Answered> requests;
    private @Nullable List<Desk.Alert> alerts;
    private Outgoing outgoing;
    private @Nullable List<Appointment> agenda;
    private @Nullable Review review;
    private @Nullable Timing timing;
    private @Nullable Phase phase;
    private @Nullable Attention attention;
    private @Nullable PlanMove move;

    Parts(JourneyState state) {
      journeyId = state.journeyId;
      generation = state.generation;
      revision = state.revision;
      plan = state.plan;
      numberId = state.numberId;
      talk = state.talk;
      inbox = state.inbox;
      hold = state.hold;
      silence = state.silence;
      needsHuman = state.needsHuman;
      end = state.end;
      requests = state.requests;
      alerts = state.alerts;
      outgoing = state.outgoing;
      agenda = state.agenda;
      review = state.review;
      timing = state.timing;
      phase = state.phase;
      attention = state.attention;
      move = state.move;
    }

    JourneyState whole() {
      return new JourneyState(
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
          agenda,
          review,
          timing,
          phase,
          attention,
          move);
    }
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
   * Who may speak, and what people will say.
   *
   * @param epoch of the brake that this journey's sends carry
   * @param holder null while the bot answers
   * @param scheduled people's words that wait for their time; null means none
   */
  public record Hold(long epoch, @Nullable Holder holder, @Nullable List<Scheduled> scheduled) {
    public Hold(long epoch, @Nullable Holder holder) {
      this(epoch, holder, null);
    }

    /** People's words that wait for their time, or for a decision of theirs. */
    public List<Scheduled> waiting() {
      return scheduled == null ? List.of() : scheduled;
    }
  }

  /**
   * Who holds the journey.
   *
   * @param takeoverId the request id of the takeover, or of the hand-over
   * @param actedAt when they last wrote, scheduled, settled or said that they keep it; null means
   *     not since {@code since}
   * @param warnedAt when they were told that the journey goes back to the bot; null unless they
   *     were since they last acted
   */
  public record Holder(
      UUID takeoverId,
      UUID operatorId,
      String name,
      Instant since,
      @Nullable Instant actedAt,
      @Nullable Instant warnedAt) {
    public Holder(UUID takeoverId, UUID operatorId, String name, Instant since) {
      this(takeoverId, operatorId, name, since, null, null);
    }
  }

  /**
   * A recruiter's words that wait for their time.
   *
   * @param id the request's id, from which the send's key is made
   * @param upTo seq of the newest message that its writer had seen; what came later stays
   *     unanswered
   * @param problem key of the sentence why it did not leave at its time; it waits for a person then
   */
  public record Scheduled(
      UUID id,
      UUID operatorId,
      String operatorName,
      Outbound content,
      Instant at,
      long upTo,
      @Nullable String problem) {}

  /**
   * Who owes whom an answer.
   *
   * @param windowFrom WhatsApp's time of the candidate's newest message; free text reaches them for
   *     24 hours from then
   * @param candidateOwesSince WhatsApp's time of our last message that asks, nudges aside
   * @param owedKey the intent key of that message
   * @param weOweSince WhatsApp's time of the candidate's oldest unanswered message
   * @param nudges sent since {@code candidateOwesSince}
   * @param atRisk whether the team was told of this silence
   * @param waitAlerted whether the team was told of this waiting
   * @param reopenedFor seq of the candidate's newest message when the template was sent; 0 for none
   * @param episodes alerts told so far; numbers the next one
   */
  public record Silence(
      @Nullable Instant windowFrom,
      @Nullable Instant candidateOwesSince,
      @Nullable String owedKey,
      @Nullable Instant weOweSince,
      int nudges,
      boolean atRisk,
      boolean waitAlerted,
      long reopenedFor,
      int episodes) {}

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

  /**
   * An answered request.
   *
   * @param takeover set for a takeover
   * @param handback set for a hand-back
   * @param reply set for a reply, a proactive message or a settled send
   * @param hold set for a hand-over and a kept hold
   * @param schedule set for a scheduled or cancelled reply
   * @param review set for a decision about what the bot proposed
   * @param acknowledgement set for an acknowledged alert. Left out of JSON when null, so that
   *     states of before keep their hash
   */
  public record Answered(
      UUID requestId,
      @Nullable TakeoverReceipt takeover,
      @Nullable HandbackReceipt handback,
      @Nullable ReplyReceipt reply,
      @Nullable HoldReceipt hold,
      @Nullable ScheduleReceipt schedule,
      @Nullable ReviewReceipt review,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Acknowledgement acknowledgement) {
    public Answered(UUID requestId, TakeoverReceipt takeover) {
      this(requestId, takeover, null, null, null, null, null, null);
    }

    public Answered(UUID requestId, HandbackReceipt handback) {
      this(requestId, null, handback, null, null, null, null, null);
    }

    public Answered(UUID requestId, ReplyReceipt reply) {
      this(requestId, null, null, reply, null, null, null, null);
    }

    public Answered(UUID requestId, HoldReceipt hold) {
      this(requestId, null, null, null, hold, null, null, null);
    }

    public Answered(UUID requestId, ScheduleReceipt schedule) {
      this(requestId, null, null, null, null, schedule, null, null);
    }

    public Answered(UUID requestId, ReviewReceipt review) {
      this(requestId, null, null, null, null, null, review, null);
    }

    public Answered(UUID requestId, Acknowledgement acknowledgement) {
      this(requestId, null, null, null, null, null, null, acknowledgement);
    }
  }
}
