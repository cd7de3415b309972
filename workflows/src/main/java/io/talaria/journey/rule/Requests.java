package io.talaria.journey.rule;

import io.talaria.journey.AcknowledgeAlert;
import io.talaria.journey.Answered;
import io.talaria.journey.CancelScheduled;
import io.talaria.journey.Ending;
import io.talaria.journey.HandBack;
import io.talaria.journey.HandOver;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.End;
import io.talaria.journey.KeepHold;
import io.talaria.journey.ProactiveMessage;
import io.talaria.journey.Recollection;
import io.talaria.journey.RecruiterRequest;
import io.talaria.journey.Refusal;
import io.talaria.journey.Reply;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.ScheduleReply;
import io.talaria.journey.Scheduled;
import io.talaria.journey.SettleSend;
import io.talaria.journey.TakeOver;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Which requests of recruiters a journey accepts. */
public final class Requests {
  private static final String WATCHED =
      "Another system speaks to this candidate; this number is only watched";
  private static final String BOT_HAS_IT = "The bot has this conversation. Take it over first";

  private Requests() {}

  /**
   * Why a request is refused.
   *
   * @param type for machines
   * @param sentence for the recruiter
   */
  public record Refused(Refusal type, String sentence) {}

  /** The answer given before to this request, if it is repeated. */
  public static Optional<Answered> answered(JourneyState state, UUID requestId) {
    return state.requests().stream().filter(a -> a.requestId().equals(requestId)).findFirst();
  }

  /** Which answers a run in this state can know of. */
  public static Recollection recollection(JourneyState state) {
    return new Recollection(
        state.journeyId(),
        state.generation(),
        state.revision(),
        state.requests().size() < Moves.REQUESTS_KEPT);
  }

  /** Why this request is refused now; empty when it is accepted. */
  public static Optional<Refused> check(JourneyState state, RecruiterRequest request, Instant now) {
    return watched(state, request).or(() -> allowed(state, request, now));
  }

  /** What people began before the number was only watched, they may bring to its end. */
  private static Optional<Refused> watched(JourneyState state, RecruiterRequest request) {
    boolean begins =
        state.hold().holder() == null
            && (request instanceof TakeOver
                || request instanceof ProactiveMessage
                || request instanceof ScheduleReply);
    return begins && state.watched() && !state.over()
        ? refuse(Refusal.WATCHED, WATCHED)
        : Optional.empty();
  }

  private static Optional<Refused> allowed(
      JourneyState state, RecruiterRequest request, Instant now) {
    return switch (request) {
      case TakeOver take -> takeOver(state, take);
      case HandBack back ->
          orEnded(
              state,
              () ->
                  notHolder(state, back.operatorId())
                      .or(() -> newerHold(state, back))
                      .or(() -> decisionOwed(state, back)));
      case HandOver over -> orEnded(state, () -> handOver(state, over));
      case KeepHold keep -> orEnded(state, () -> notHolder(state, keep.operatorId()));
      case Reply reply ->
          orEnded(
              state,
              () ->
                  notHolder(state, reply.operatorId())
                      .or(() -> WordsCheck.reachable(state, reply.content(), now)));
      case ProactiveMessage message ->
          orEnded(
              state,
              () ->
                  heldBySomebodyElse(state, message.operatorId())
                      .or(() -> WordsCheck.reachable(state, message.content(), now)));
      case ScheduleReply schedule -> orEnded(state, () -> schedule(state, schedule, now));
      case CancelScheduled cancel -> changeable(state, cancel.scheduled(), cancel.operatorId());
      case SettleSend settle -> settle(state, settle);
      case ReviewDecision decision -> orEnded(state, () -> review(state, decision, now));
      case AcknowledgeAlert acknowledge -> orEnded(state, () -> acknowledge(state));
    };
  }

  /**
   * A free journey may be held by anybody; a held one only by its holder, or taken by a lead. One
   * that was asked for before the journey got its present epoch comes too late: its holder could
   * send nothing, since the brake stands at a later one.
   */
  private static Optional<Refused> takeOver(JourneyState state, TakeOver request) {
    if (state.over()) {
      return ended(state);
    }
    Holder holder = state.hold().holder();
    if (request.epoch() < state.hold().epoch()) {
      return holder == null
          ? refuse(Refusal.INVALID, "This takeover is out of date. Take it over again")
          : held(holder);
    }
    if (holder == null || holder.operatorId().equals(request.operatorId())) {
      return Optional.empty();
    }
    if (!request.fromHolder()) {
      return held(holder);
    }
    String reason = request.reason();
    return reason == null || reason.isBlank()
        ? refuse(
            Refusal.INVALID,
            "Taking a conversation from %s needs a reason".formatted(holder.name()))
        : Optional.empty();
  }

  /** The holder that the caller saw must still hold it; only a lead gives what isn't theirs. */
  private static Optional<Refused> handOver(JourneyState state, HandOver request) {
    Holder holder = state.hold().holder();
    if (holder == null) {
      return refuse(Refusal.NOT_HOLDER, BOT_HAS_IT);
    }
    boolean mine = holder.operatorId().equals(request.operatorId());
    if (!holder.operatorId().equals(request.fromOperatorId()) || !(mine || request.lead())) {
      return refuse(Refusal.NOT_HOLDER, has(holder));
    }
    return holder.operatorId().equals(request.toOperatorId())
        ? refuse(Refusal.INVALID, has(holder))
        : Optional.empty();
  }

  private static Optional<Refused> schedule(
      JourneyState state, ScheduleReply request, Instant now) {
    if (!request.at().isAfter(now)) {
      return refuse(Refusal.INVALID, "This time has passed");
    }
    if (request.at().isAfter(now.plus(ScheduleReply.LONGEST))) {
      return refuse(
          Refusal.INVALID, "At most %d days ahead".formatted(ScheduleReply.LONGEST.toDays()));
    }
    UUID replaces = request.replaces();
    if (replaces == null && state.hold().waiting().size() >= Scheduling.MOST) {
      return refuse(Refusal.INVALID, "%d replies are scheduled already".formatted(Scheduling.MOST));
    }
    Optional<Refused> stranger =
        replaces == null
            ? heldBySomebodyElse(state, request.operatorId())
            : changeable(state, replaces, request.operatorId());
    return stranger.or(() -> WordsCheck.written(request.content()));
  }

  /** Who wrote it may change it, and who holds the journey; nobody else. */
  private static Optional<Refused> changeable(JourneyState state, UUID id, UUID operatorId) {
    Optional<Scheduled> scheduled = Scheduling.find(state, id);
    if (scheduled.isEmpty()) {
      return refuse(Refusal.INVALID, "It has left, or somebody cancelled it");
    }
    Holder holder = state.hold().holder();
    boolean mine = scheduled.get().operatorId().equals(operatorId);
    boolean holds = holder != null && holder.operatorId().equals(operatorId);
    return mine || holds
        ? Optional.empty()
        : refuse(Refusal.NOT_HOLDER, "%s wrote it".formatted(scheduled.get().operatorName()));
  }

  /**
   * Anybody may settle while nobody else holds the journey; the journal knows what is uncertain.
   */
  private static Optional<Refused> settle(JourneyState state, SettleSend request) {
    return heldBySomebodyElse(state, request.operatorId())
        .or(
            () ->
                state.over() && request.choice() == SettleSend.Choice.SEND_AGAIN
                    ? ended(state)
                    : Optional.empty());
  }

  /** Anybody may, whoever holds it; where somebody did already, the answer tells who. */
  private static Optional<Refused> acknowledge(JourneyState state) {
    return Escalating.lasting(state).isEmpty()
        ? refuse(Refusal.NOTHING_TOLD, "What the team was told of is over")
        : Optional.empty();
  }

  private static Optional<Refused> review(
      JourneyState state, ReviewDecision decision, Instant now) {
    boolean leaves = decision.choice() != ReviewDecision.Choice.REJECT;
    return heldBySomebodyElse(state, decision.operatorId())
        .or(() -> ReviewCheck.refused(state, decision))
        .or(
            () ->
                leaves && !ServiceWindow.isOpen(state.silence().windowFrom(), now)
                    ? WordsCheck.closed()
                    : Optional.empty());
  }

  private static Optional<Refused> notHolder(JourneyState state, UUID operatorId) {
    Holder holder = state.hold().holder();
    if (holder == null) {
      return refuse(Refusal.NOT_HOLDER, BOT_HAS_IT);
    }
    return holder.operatorId().equals(operatorId)
        ? Optional.empty()
        : refuse(Refusal.NOT_HOLDER, has(holder));
  }

  /** Given back was a hold that is over: this one began after it. */
  private static Optional<Refused> newerHold(JourneyState state, HandBack request) {
    Holder holder = state.hold().holder();
    UUID givenBack = request.takeover();
    return holder == null || givenBack == null || givenBack.equals(holder.takeoverId())
        ? Optional.empty()
        : refuse(Refusal.NEWER_HOLD, has(holder));
  }

  private static Optional<Refused> decisionOwed(JourneyState state, HandBack request) {
    return !state.remembered().undecided() || Objections.decides(request)
        ? Optional.empty()
        : refuse(
            Refusal.DECISION_OWED,
            "The candidate wants a person to decide. Choose an outcome and say why in the summary");
  }

  private static Optional<Refused> heldBySomebodyElse(JourneyState state, UUID operatorId) {
    Holder holder = state.hold().holder();
    return holder == null || holder.operatorId().equals(operatorId)
        ? Optional.empty()
        : held(holder);
  }

  private static Optional<Refused> orEnded(JourneyState state, Supplier<Optional<Refused>> rule) {
    return state.over() ? ended(state) : rule.get();
  }

  private static Optional<Refused> held(Holder holder) {
    return refuse(Refusal.HELD, has(holder));
  }

  private static String has(Holder holder) {
    return "%s has it since %s".formatted(holder.name(), holder.since());
  }

  private static Optional<Refused> ended(JourneyState state) {
    End end = state.end();
    return end != null && end.ending() == Ending.OPTED_OUT
        ? refuse(Refusal.OPTED_OUT, "The candidate asked not to be written to")
        : refuse(Refusal.ENDED, "This journey has ended");
  }

  private static Optional<Refused> refuse(Refusal type, String sentence) {
    return Optional.of(new Refused(type, sentence));
  }
}
