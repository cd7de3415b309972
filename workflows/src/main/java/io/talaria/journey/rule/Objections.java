package io.talaria.journey.rule;

import io.talaria.journey.Attention;
import io.talaria.journey.Attention.Objection;
import io.talaria.journey.Ending;
import io.talaria.journey.HandBack;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.port.JourneyEvent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A candidate may ask that no machine decides about them (GDPR, article 22; LGPD, article 20). From
 * then on nothing automated does, until a person has recorded a decision.
 */
public final class Objections {
  /** Why a person is needed. */
  public static final String REASON = "objection";

  private Objections() {}

  /** The first unanswered message that objects and isn't noted yet. */
  static Optional<MessageReceived> raised(JourneyState state, Reading reading) {
    Objection known = state.remembered().objection();
    return state.inbox().open().stream()
        .filter(message -> known == null || message.seq() > known.seq())
        .filter(message -> reading.objects(message, state.plan()))
        .findFirst();
  }

  /** The unanswered message by which a person is called for a noted objection. */
  static Optional<MessageReceived> calling(JourneyState state) {
    Objection known = state.remembered().objection();
    return known == null || !state.remembered().undecided()
        ? Optional.empty()
        : state.inbox().open().stream().filter(m -> m.seq() <= known.seq()).findFirst();
  }

  /** The objection stands; whoever is needed already is needed for it. */
  public static JourneyState noted(JourneyState state, MessageReceived by, Instant now) {
    JourneyState noted = with(state, new Objection(by.seq(), now, null));
    return state.needsHuman() == null ? noted : noted.withNeedsHuman(REASON);
  }

  /** A person decided. No-op when nobody waits for a decision. */
  public static JourneyState decided(JourneyState state, Instant now) {
    Objection known = state.remembered().objection();
    return known == null || !state.remembered().undecided()
        ? state
        : with(state, new Objection(known.seq(), known.raisedAt(), now));
  }

  private static JourneyState with(JourneyState state, Objection objection) {
    Attention known = state.remembered();
    return state.withAttention(
        new Attention(
            known.answerSeconds(),
            known.sentiment(),
            known.doubts(),
            known.stageSince(),
            objection,
            known.marked()));
  }

  /** Why a person is needed: for a decision, when one is owed, else for the reason given. */
  public static String reason(JourneyState state, String otherwise) {
    return state.remembered().undecided() ? REASON : otherwise;
  }

  /** Whether what is being said would rule the candidate out. */
  public static boolean stops(@Nullable Saying saying) {
    return saying != null && saying.proposal().ending() == Ending.REJECTED;
  }

  /** Whether this hand-back tells a decision: what it came to, and why. */
  static boolean decides(HandBack request) {
    return request.outcome() != null && (told(request.summary()) || told(request.notes()));
  }

  private static boolean told(@Nullable String words) {
    return words != null && !words.isBlank();
  }

  /** The event of an objection. */
  public static JourneyEvent raisedEvent(MessageReceived by, Instant now) {
    return new JourneyEvent.ObjectionRaised(by.id().toString(), now, by.id());
  }

  /** The event of a decision, when this hand-back makes one; empty when none was owed. */
  public static Optional<JourneyEvent> decidedEvent(
      JourneyState before, HandBack request, Instant now) {
    return before.remembered().undecided()
        ? Optional.of(
            new JourneyEvent.ObjectionDecided(
                request.requestId().toString(),
                now,
                request.operatorId(),
                request.outcome(),
                request.summary(),
                request.notes()))
        : Optional.empty();
  }
}
