package io.talaria.journey.rule;

import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Mode;
import io.talaria.journey.Outgoing;
import io.talaria.journey.Outgoing.Held;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.Outgoing.Words;
import io.talaria.port.Journal.Claimed;
import io.talaria.port.Proposal;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How what is on its way moves: replies bubble by bubble, and people's words that wait. */
public final class Sayings {
  /** A phone may be off for days: then the order of two bubbles is worth no more waiting. */
  static final Duration FOR_ARRIVAL = Duration.ofSeconds(30);

  private Sayings() {}

  /** The bot's proposal is to be said from its first bubble on. */
  public static JourneyState begun(
      JourneyState state, String key, Reason reason, Proposal proposal) {
    return with(state, new Saying(key, reason, proposal, 0, null));
  }

  /** The due bubble left; the one after it is due, perhaps not before this one has arrived. */
  public static JourneyState said(JourneyState state, Saying saying, Instant now) {
    var next =
        new Saying(saying.key(), saying.reason(), saying.proposal(), saying.next() + 1, null);
    return next.finished() || !next.afterArrival()
        ? with(state, next)
        : with(state, held(next, new Held(lastSaid(next), now.plus(FOR_ARRIVAL))));
  }

  /** Nobody knows whether the due bubble left: the rest waits until that is settled. */
  public static JourneyState uncertain(JourneyState state, Saying saying) {
    var next =
        new Saying(saying.key(), saying.reason(), saying.proposal(), saying.next() + 1, null);
    return with(state, held(next, new Held(lastSaid(next), null)));
  }

  /**
   * Whether the bot is to go on with this claimed reply, of which the state knows nothing: its
   * messages wait for an answer, and nothing of the bot is under way or forbidden.
   */
  public static boolean adoptable(JourneyState state, Claimed reply) {
    List<UUID> open = state.inbox().open().stream().map(MessageReceived::id).toList();
    List<UUID> inputs = reply.proposal().inputIds();
    return state.outgoing().saying() == null
        && state.inReview() == null
        && state.mode() == Mode.BOT
        && !state.watched()
        && !state.over()
        && state.needsHuman() == null
        && !inputs.isEmpty()
        && open.containsAll(inputs);
  }

  /** The claimed reply is under way as far as this bubble, of which nobody knows. */
  public static JourneyState adopted(JourneyState state, Claimed reply) {
    return uncertain(
        state, new Saying(reply.key(), Reason.MESSAGES, reply.proposal(), reply.position(), null));
  }

  /** The rest waits for another send than before: a person sent the uncertain bubble again. */
  public static JourneyState heldBy(JourneyState state, String key) {
    Saying saying = state.outgoing().saying();
    return saying == null ? state : with(state, held(saying, new Held(key, null)));
  }

  /** What held the rest is settled: it goes on, perhaps after the arrival only. */
  public static JourneyState accepted(JourneyState state, Instant now) {
    Saying saying = state.outgoing().saying();
    if (saying == null || saying.held() == null) {
      return state;
    }
    Held arrival =
        followsArrival(state) ? new Held(saying.held().key(), now.plus(FOR_ARRIVAL)) : null;
    return with(
        state,
        new Saying(saying.key(), saying.reason(), saying.proposal(), saying.next(), arrival));
  }

  /** Whether a bubble of the reply under way goes only when the one before has arrived. */
  public static boolean followsArrival(JourneyState state) {
    Saying saying = state.outgoing().saying();
    return saying != null && !saying.finished() && saying.afterArrival();
  }

  /** Whether it is known that the bubble before left, and its arrival is waited for. */
  public static boolean awaitsArrival(JourneyState state) {
    Saying saying = state.outgoing().saying();
    return saying != null && saying.held() != null && saying.held().until() != null;
  }

  /** Nothing holds the rest any more. */
  public static JourneyState released(JourneyState state) {
    Saying saying = state.outgoing().saying();
    return saying == null
        ? state
        : with(
            state,
            new Saying(saying.key(), saying.reason(), saying.proposal(), saying.next(), null));
  }

  /** The rest won't be said. */
  public static JourneyState cut(JourneyState state) {
    return state.withOutgoing(state.outgoing().with((Saying) null));
  }

  /**
   * The due bubble met a brake. What was asked for by a message, or by a silence, is asked for
   * again by it; a question after a hand-back and a template after a failed message have nothing
   * else to ask for them, so they wait. So does what a recruiter has approved: nobody is to decide
   * that again.
   */
  public static JourneyState braked(JourneyState state) {
    Saying saying = state.outgoing().saying();
    boolean waits =
        saying != null
            && (saying.reason() == Reason.RESUME
                || saying.reason() == Reason.WINDOW_CLOSED
                || saying.proposal().decision().override() != null);
    return waits ? state : cut(state);
  }

  /** Neither the bot's rest nor people's words will be said. */
  public static JourneyState silenced(JourneyState state) {
    return state.withOutgoing(cut(state).outgoing().with(List.of()));
  }

  /**
   * Another run goes on. A fact that settled the held bubble may have reached the lost run only:
   * the bubble is delivered again, and its row, which is never called twice, tells how it stands.
   * Where a person has sent the bubble again, that has left, and its arrival is waited for; or
   * nobody knows that either: then the first row, given up by then, ends the reply, and a person is
   * called.
   */
  public static JourneyState resumed(JourneyState state) {
    Saying saying = state.outgoing().saying();
    if (saying == null || saying.held() == null || !saying.begun()) {
      return state;
    }
    if (awaitsArrival(state) && !saying.held().key().equals(lastSaid(saying))) {
      return state;
    }
    return with(
        state,
        new Saying(saying.key(), saying.reason(), saying.proposal(), saying.next() - 1, null));
  }

  /** A message counts against the pace of this candidate. */
  public static JourneyState paced(JourneyState state, Instant now) {
    Outgoing out = state.outgoing();
    return state.withOutgoing(out.pacedUntil(PairPace.after(out.paced(), now)));
  }

  /** A person's words left: nothing of them waits, neither for their time nor for the queue. */
  public static JourneyState left(JourneyState state, Words words, String key, Instant at) {
    JourneyState without = unqueued(Scheduling.without(state, words.requestId()), words);
    return Moves.personWrote(without, key, at, words.upTo());
  }

  /** A person's words wait for the governed queue, no more for a time. */
  public static JourneyState queued(JourneyState state, Words words) {
    var waiting = new ArrayList<>(state.outgoing().words());
    waiting.add(words);
    return Scheduling.without(state, words.requestId())
        .withOutgoing(state.outgoing().with(List.copyOf(waiting)));
  }

  /** A person's words wait no more. */
  public static JourneyState unqueued(JourneyState state, Words words) {
    return state.withOutgoing(
        state
            .outgoing()
            .with(state.outgoing().words().stream().filter(w -> !w.equals(words)).toList()));
  }

  /** WhatsApp refused this turn since the window is closed: its messages wait for a later turn. */
  public static JourneyState spent(JourneyState state, Proposal proposal) {
    var spent = new ArrayList<>(state.outgoing().spent());
    proposal.inputIds().stream().filter(id -> !spent.contains(id)).forEach(spent::add);
    return state.withOutgoing(state.outgoing().spending(List.copyOf(spent)));
  }

  /** Forgets spent messages that are answered meanwhile. */
  static JourneyState unspent(JourneyState state) {
    List<UUID> open = state.inbox().open().stream().map(MessageReceived::id).toList();
    List<UUID> spent = state.outgoing().spent();
    return spent.isEmpty()
        ? state
        : state.withOutgoing(
            state.outgoing().spending(spent.stream().filter(open::contains).toList()));
  }

  /** The message that names the next turn; empty when WhatsApp refused the turns of all. */
  public static Optional<MessageReceived> named(JourneyState state) {
    return state.inbox().open().stream()
        .filter(message -> !state.outgoing().spent().contains(message.id()))
        .findFirst();
  }

  /** Keys of the reply's bubbles that nobody began to send. */
  public static List<String> unsaid(JourneyState state) {
    Saying saying = state.outgoing().saying();
    var keys = new ArrayList<String>();
    if (saying != null) {
      for (int i = saying.next(); i < saying.proposal().messages().size(); i++) {
        keys.add(TurnKey.bubble(saying.key(), i));
      }
    }
    return List.copyOf(keys);
  }

  private static String lastSaid(Saying saying) {
    return TurnKey.bubble(saying.key(), saying.next() - 1);
  }

  private static Saying held(Saying saying, Held held) {
    return new Saying(saying.key(), saying.reason(), saying.proposal(), saying.next(), held);
  }

  private static JourneyState with(JourneyState state, Saying saying) {
    return state.withOutgoing(state.outgoing().with(saying));
  }
}
