package io.talaria.journey.rule;

import io.talaria.journey.HandBack;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.Answered;
import io.talaria.journey.JourneyState.Holder;
import io.talaria.journey.Refusal;
import io.talaria.journey.Reply;
import io.talaria.journey.SettleSend;
import io.talaria.journey.TakeOver;
import io.talaria.port.Outbound;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Which requests of recruiters a journey accepts. */
public final class Requests {
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

  /** A free journey may be held by anybody; a held one only by its holder, or taken by a lead. */
  public static Optional<Refused> check(JourneyState state, TakeOver request) {
    if (state.over()) {
      return ended();
    }
    Holder holder = state.hold().holder();
    if (holder == null || holder.operatorId().equals(request.operatorId())) {
      return Optional.empty();
    }
    if (!request.fromHolder()) {
      return refuse(Refusal.HELD, "%s has it since %s".formatted(holder.name(), holder.since()));
    }
    String reason = request.reason();
    return reason == null || reason.isBlank()
        ? refuse(
            Refusal.INVALID,
            "Taking a conversation from %s needs a reason".formatted(holder.name()))
        : Optional.empty();
  }

  /** Only the holder gives it back. */
  public static Optional<Refused> check(JourneyState state, HandBack request) {
    return state.over() ? ended() : notHolder(state, request.operatorId());
  }

  /** Only the holder writes, and only what can reach the candidate. */
  public static Optional<Refused> check(JourneyState state, Reply request, Instant now) {
    if (state.over()) {
      return ended();
    }
    Optional<Refused> stranger = notHolder(state, request.operatorId());
    return stranger.isPresent() ? stranger : reachable(state, request.content(), now);
  }

  /**
   * Anybody may settle while nobody else holds the journey; the journal knows what is uncertain.
   */
  public static Optional<Refused> check(JourneyState state, SettleSend request) {
    Holder holder = state.hold().holder();
    if (holder != null && !holder.operatorId().equals(request.operatorId())) {
      return refuse(Refusal.HELD, "%s has it since %s".formatted(holder.name(), holder.since()));
    }
    return state.over() && request.choice() == SettleSend.Choice.SEND_AGAIN
        ? ended()
        : Optional.empty();
  }

  /** Whether these words can reach the candidate now. */
  public static Optional<Refused> reachable(JourneyState state, Outbound content, Instant now) {
    String body = content.body();
    if (body.isBlank()) {
      return refuse(Refusal.INVALID, "Nothing to send");
    }
    if (body.length() > Outbound.TEXT_LIMIT) {
      return refuse(
          Refusal.INVALID, "%d of %d characters".formatted(body.length(), Outbound.TEXT_LIMIT));
    }
    boolean template = content instanceof Outbound.Template;
    return template || ServiceWindow.isOpen(state.silence().windowFrom(), now)
        ? Optional.empty()
        : refuse(
            Refusal.WINDOW_CLOSED,
            "Free text can't reach the candidate now. An approved template can");
  }

  private static Optional<Refused> notHolder(JourneyState state, UUID operatorId) {
    Holder holder = state.hold().holder();
    if (holder == null) {
      return refuse(Refusal.NOT_HOLDER, "The bot has this conversation. Take it over first");
    }
    return holder.operatorId().equals(operatorId)
        ? Optional.empty()
        : refuse(Refusal.NOT_HOLDER, "%s has it since %s".formatted(holder.name(), holder.since()));
  }

  private static Optional<Refused> ended() {
    return refuse(Refusal.ENDED, "This journey has ended");
  }

  private static Optional<Refused> refuse(Refusal type, String sentence) {
    return Optional.of(new Refused(type, sentence));
  }
}
