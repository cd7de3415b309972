package io.talaria.journey.rule;

import io.talaria.journey.Answered;
import io.talaria.journey.Ending;
import io.talaria.journey.Hold;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.End;
import io.talaria.journey.JourneyState.Talk;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Outgoing;
import io.talaria.journey.Outgoing.Saying;
import io.talaria.journey.Review.Fate;
import io.talaria.journey.Silence;
import io.talaria.port.Appointment;
import io.talaria.port.Journal.Opened;
import io.talaria.port.Proposal;
import io.talaria.port.TurnKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a journey's state moves; each move is a plain function of what happened. */
public final class Moves {
  /** Answers to so many requests are kept for those that are repeated. */
  static final int REQUESTS_KEPT = 50;

  private Moves() {}

  /** A journey that begins, or goes on where a lost run left it: held by whoever held it. */
  public static JourneyState begun(Opened opened, String numberId) {
    JourneyState left = opened.left();
    if (left != null) {
      JourneyState on =
          Sayings.resumed(left.inGeneration(opened.generation())).withPhase(opened.phase());
      return Holding.braked(TeamTime.opened(on, opened), opened.epoch());
    }
    var begun =
        new JourneyState(
            opened.journeyId(),
            opened.generation(),
            0,
            opened.plan(),
            numberId,
            new Talk(
                opened.language(),
                opened.plan().stages().getFirst().id(),
                null,
                0,
                Map.of(),
                false),
            Arrivals.NOTHING,
            new Hold(opened.epoch(), null),
            Silence.NONE,
            null,
            null,
            List.of(),
            null,
            Outgoing.NOTHING);
    return PlannedStarts.begun(TeamTime.opened(begun.withPhase(opened.phase()), opened), opened);
  }

  /**
   * The candidate wrote: the window opens, the silence ends, we owe the answer. A form ends the
   * silence too, but WhatsApp doesn't know of it: no window opens.
   */
  public static JourneyState received(JourneyState state, MessageReceived message) {
    if (Arrivals.seen(state.inbox(), message)) {
      return state;
    }
    Silence old = state.silence();
    boolean form = message.kind() == MessageReceived.Kind.FORM;
    Instant window = form ? old.windowFrom() : later(old.windowFrom(), message.sentAt());
    Instant owed = old.weOweSince() == null ? message.sentAt() : old.weOweSince();
    boolean waitAlerted = old.weOweSince() != null && old.waitAlerted();
    JourneyState heard = PlannedStarts.wrote(Heed.wrote(state, message));
    var silence = new Silence(window, null, null, owed, 0, false, waitAlerted, 0, old.episodes());
    return (form ? heard : LaterTemplates.wrote(heard))
        .withInbox(Arrivals.admit(state.inbox(), message))
        .withNumber(form ? state.numberId() : message.numberId())
        .withSilence(silence);
  }

  /** The bot's whole reply went out (or nobody knows): the journey stands where it leads. */
  public static JourneyState said(JourneyState state, Saying saying, Instant at) {
    int bubbles = saying.proposal().messages().size();
    String lastKey = bubbles == 0 ? null : TurnKey.bubble(saying.key(), bubbles - 1);
    JourneyState rest =
        Sayings.cut(
            bubbles == 0 ? state : Sayings.paced(PlanMoves.asked(state, saying.reason()), at));
    return switch (saying.reason()) {
      case NUDGE -> Silences.nudged(needing(rest, saying.proposal()), rest.silence().nudges() + 1);
      case WINDOW_CLOSED ->
          lastKey == null
              ? rest.withNeedsHuman(saying.proposal().needsHuman())
              : Silences.reopened(rest, lastKey, newestOpen(rest), at);
      case OPT_OUT -> ended(replied(rest, saying.proposal(), lastKey, at), Ending.OPTED_OUT, at);
      case DUE -> replied(kept(rest, saying.key()), saying.proposal(), lastKey, at);
      default -> Sayings.unspent(replied(rest, saying.proposal(), lastKey, at));
    };
  }

  /** The appointment whose turn this was is over. */
  public static JourneyState kept(JourneyState state, String key) {
    return state.withAgenda(
        state.appointments().stream()
            .filter(a -> !TurnKey.ofAppointment(state.journeyId(), a).equals(key))
            .toList());
  }

  /** The appointment of this turn, of which nothing left, is at another time. */
  public static JourneyState putOff(JourneyState state, String key, Instant at) {
    return state.withAgenda(
        state.appointments().stream()
            .map(
                a ->
                    TurnKey.ofAppointment(state.journeyId(), a).equals(key)
                        ? new Appointment(a.id(), at)
                        : a)
            .toList());
  }

  private static long newestOpen(JourneyState state) {
    List<MessageReceived> open = state.inbox().open();
    return open.isEmpty() ? 0 : open.getLast().seq();
  }

  static JourneyState replied(
      JourneyState state, Proposal proposal, @Nullable String lastKey, Instant at) {
    var answers = new LinkedHashMap<>(state.talk().answers());
    answers.putAll(proposal.answers());
    JourneyState moved =
        state
            .withTalk(
                new Talk(
                    proposal.language(),
                    proposal.stage(),
                    proposal.step(),
                    proposal.misses(),
                    Map.copyOf(answers),
                    state.talk().disclosed() || lastKey != null))
            .withInbox(Arrivals.answered(state.inbox(), proposal.inputIds()));
    if (proposal.agenda() != null) {
      moved = moved.withAgenda(proposal.agenda());
    }
    moved = needing(Heed.spoke(state, moved, proposal, at), proposal);
    boolean asks = proposal.asks() && moved.needsHuman() == null && moved.appointments().isEmpty();
    JourneyState spoken = moved.withSilence(Silences.spoke(moved, lastKey, at, asks));
    Ending ending = proposal.ending();
    return ending == null
        ? spoken
        : ended(spoken, ending, at).withEnd(new End(ending, at, proposal.reason()));
  }

  private static JourneyState needing(JourneyState state, Proposal proposal) {
    String reason = proposal.needsHuman();
    return reason == null ? state : state.withNeedsHuman(Objections.reason(state, reason));
  }

  /**
   * A person wrote. What the candidate said is answered as far as the writer had seen it; the rest,
   * such as all of it when they wrote beside the bot, stays open, and the silence counts from these
   * words.
   *
   * @param upTo number of the last message that the words answer; 0 when they answer none
   */
  public static JourneyState personWrote(JourneyState state, String key, Instant at, long upTo) {
    List<UUID> seen =
        state.inbox().open().stream()
            .filter(message -> message.seq() <= upTo)
            .map(MessageReceived::id)
            .toList();
    JourneyState answered =
        Sayings.unspent(Sayings.paced(state.withInbox(Arrivals.answered(state.inbox(), seen)), at));
    JourneyState yielding = Reviews.yielding(answered, at);
    return Holding.acted(yielding.withSilence(Silences.spoke(answered, key, at, true)), at);
  }

  /** The journey is over. People's words that wait stay for as long as nobody was told of them. */
  public static JourneyState ended(JourneyState state, Ending ending, Instant at) {
    Silence s = state.silence();
    return Reviews.closed(state, Fate.ENDED, at)
        .withOutgoing(
            Outgoing.NOTHING.with(state.outgoing().words()).failing(state.outgoing().failed()))
        .withEnd(new End(ending, at))
        .withNeedsHuman(null)
        .withAgenda(List.of())
        .withInbox(new JourneyState.Inbox(state.inbox().floor(), state.inbox().above(), List.of()))
        .withSilence(
            new Silence(s.windowFrom(), null, null, null, 0, false, false, 0, s.episodes()));
  }

  /** Remembers the answer to a request, for when it is repeated. */
  public static JourneyState remembered(JourneyState state, Answered answer) {
    var requests = new ArrayList<>(state.requests());
    requests.add(answer);
    int from = Math.max(0, requests.size() - REQUESTS_KEPT);
    return state.withRequests(List.copyOf(requests.subList(from, requests.size())));
  }

  private static Instant later(@Nullable Instant one, Instant other) {
    return one != null && one.isAfter(other) ? one : other;
  }
}
