package io.talaria.journey.rule;

import io.talaria.journey.Acknowledgement;
import io.talaria.journey.Hold;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.Outgoing;
import io.talaria.journey.TakeoverReceipt.HeldBack;
import io.talaria.port.TurnKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who speaks for us: how a journey passes from the bot to people, among them, and back. */
public final class Holding {
  private Holding() {}

  /**
   * A person holds the journey: whoever asked for one has one. The bot's rest won't be said. What
   * others had waiting isn't said either, and waits for a person's decision; the holder's own words
   * go on, and so does what was just being called when the brake rose.
   */
  public static JourneyState taken(
      JourneyState state, Holder holder, long epoch, List<HeldBack> heldBack) {
    JourneyState taken = holding(Reviews.taken(Sayings.cut(state), holder), holder, epoch);
    for (Outgoing.Words words : state.outgoing().words()) {
      if (words.operatorId().equals(holder.operatorId())) {
        continue;
      }
      for (HeldBack dropped : heldBack) {
        if (dropped.key().equals(TurnKey.bubble(TurnKey.ofRequest(words.requestId()), 0))) {
          taken = Scheduling.heldBack(taken, words, dropped.operatorName(), holder.since());
        }
      }
    }
    return taken;
  }

  /** A colleague holds the journey instead, under the same epoch; the holder's words still go. */
  public static JourneyState passed(JourneyState state, Holder colleague) {
    return holding(state, colleague, state.hold().epoch());
  }

  private static JourneyState holding(JourneyState state, Holder holder, long epoch) {
    JourneyState held =
        state
            .withHold(new Hold(epoch, holder, state.hold().scheduled()))
            .withNeedsHuman(null)
            // Who holds it decides whether what WhatsApp refused is still to be said.
            .withTiming(state.clocks().again(null));
    return seenTo(held, holder, holder.since());
  }

  /** Who holds the journey did something for it: their time begins anew. */
  public static JourneyState acted(JourneyState state, Instant at) {
    Holder holder = state.hold().holder();
    return holder == null ? state : seenTo(withHolder(state, holder, at, null), holder, at);
  }

  /** Who acts has seen what the team was told. */
  private static JourneyState seenTo(JourneyState state, Holder holder, Instant at) {
    return Escalating.acknowledged(
        state, new Acknowledgement(holder.operatorId(), holder.name(), at));
  }

  /** Who holds the journey was told that it goes back to the bot. */
  public static JourneyState warned(JourneyState state, Instant at) {
    Holder holder = state.hold().holder();
    return holder == null
        ? state
        : Silences.alerted(withHolder(state, holder, holder.actedAt(), at), false, false);
  }

  private static JourneyState withHolder(
      JourneyState state, Holder h, @Nullable Instant acted, @Nullable Instant warned) {
    Holder next = new Holder(h.takeoverId(), h.operatorId(), h.name(), h.since(), acted, warned);
    return state.withHold(new Hold(state.hold().epoch(), next, state.hold().scheduled()));
  }

  /** The bot answers again, under a new epoch, unless a person owes the candidate a decision. */
  public static JourneyState returned(JourneyState state, long epoch) {
    return state
        .withHold(new Hold(epoch, null, state.hold().scheduled()))
        .withNeedsHuman(state.remembered().undecided() ? Objections.REASON : null);
  }

  /** The bot's sends carry another epoch from now on. */
  public static JourneyState braked(JourneyState state, long epoch) {
    return state.withHold(new Hold(epoch, state.hold().holder(), state.hold().scheduled()));
  }
}
