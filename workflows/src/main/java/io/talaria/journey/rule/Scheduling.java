package io.talaria.journey.rule;

import io.talaria.journey.CancelScheduled;
import io.talaria.journey.Hold;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Mode;
import io.talaria.journey.Outgoing.Words;
import io.talaria.journey.ScheduleReceipt;
import io.talaria.journey.ScheduleReply;
import io.talaria.journey.Scheduled;
import io.talaria.port.JourneyEvent;
import io.talaria.port.Outbound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** People's words that wait for their time. */
public final class Scheduling {
  /** So that a journey's state stays small. */
  static final int MOST = 10;

  private Scheduling() {}

  /** The scheduled reply of this id. */
  public static Optional<Scheduled> find(JourneyState state, UUID id) {
    return state.hold().waiting().stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** The next that leaves by itself. */
  static Optional<Scheduled> next(JourneyState state) {
    return state.hold().waiting().stream()
        .filter(s -> s.problem() == null)
        .min(java.util.Comparator.comparing(Scheduled::at));
  }

  /** With these words among those that wait, instead of those that they replace. */
  public static JourneyState kept(JourneyState state, ScheduleReply request) {
    var all = new ArrayList<>(state.hold().waiting());
    all.removeIf(s -> s.id().equals(request.replaces()));
    all.add(
        new Scheduled(
            request.requestId(),
            request.operatorId(),
            request.operatorName(),
            request.content(),
            request.at(),
            newestOpen(state),
            null));
    return with(state, all);
  }

  /** Without it: it left, or a person cancelled it. */
  public static JourneyState without(JourneyState state, UUID id) {
    return with(state, state.hold().waiting().stream().filter(s -> !s.id().equals(id)).toList());
  }

  /**
   * The words that leave now: they answer what their writer had seen while a person holds the
   * journey; the bot answers for itself.
   */
  public static Words words(JourneyState state, Scheduled scheduled) {
    boolean beside = state.mode() == Mode.BOT;
    return new Words(
        scheduled.id(),
        scheduled.operatorId(),
        scheduled.content(),
        null,
        beside ? 0 : scheduled.upTo(),
        beside,
        true);
  }

  private static long newestOpen(JourneyState state) {
    List<MessageReceived> open = state.inbox().open();
    return open.isEmpty() ? 0 : open.getLast().seq();
  }

  /** Somebody else's words that a takeover kept from leaving: they wait for a person, too. */
  static JourneyState heldBack(JourneyState state, Words words, String operatorName, Instant at) {
    JourneyState unqueued = Sayings.unqueued(state, words);
    var all = new ArrayList<>(unqueued.hold().waiting());
    all.add(
        new Scheduled(
            words.requestId(),
            words.operatorId(),
            operatorName,
            words.content(),
            at,
            words.upTo(),
            "send.refused.takeover"));
    return with(unqueued, all);
  }

  /** The event that tells of words that did not leave. */
  public static JourneyEvent notSentEvent(Scheduled scheduled, String problem, Instant now) {
    return new JourneyEvent.ScheduledNotSent(
        scheduled.id().toString(),
        now,
        scheduled.operatorId(),
        scheduled.operatorName(),
        problem,
        scheduled.content().body());
  }

  /** It did not leave and waits for a person. */
  public static JourneyState notSent(JourneyState state, UUID id, String problem) {
    UnaryOperator<Scheduled> mark =
        s ->
            s.id().equals(id)
                ? new Scheduled(
                    s.id(),
                    s.operatorId(),
                    s.operatorName(),
                    s.content(),
                    s.at(),
                    s.upTo(),
                    problem)
                : s;
    return with(state, state.hold().waiting().stream().map(mark).toList());
  }

  /** Nothing waits any more. */
  public static JourneyState dropped(JourneyState state) {
    return with(state, List.of());
  }

  /** The receipt for words that wait. */
  public static ScheduleReceipt receipt(JourneyState state, ScheduleReply request) {
    boolean open = ServiceWindow.isOpen(state.silence().windowFrom(), request.at());
    boolean text = !(request.content() instanceof Outbound.Template);
    return new ScheduleReceipt(request.requestId(), request.at(), text && !open);
  }

  /** The receipt for words that no longer wait. */
  public static ScheduleReceipt receipt(CancelScheduled request) {
    return new ScheduleReceipt(request.scheduled(), null, false);
  }

  /** Why these words can't leave now, as the key of a sentence; empty when they can. */
  public static Optional<String> hindrance(JourneyState state, Scheduled scheduled, Instant now) {
    return WordsCheck.reachable(state, scheduled.content(), now).isPresent()
        ? Optional.of("send.refused.window")
        : Optional.empty();
  }

  private static JourneyState with(JourneyState state, List<Scheduled> all) {
    Hold hold = state.hold();
    return state.withHold(
        new Hold(hold.epoch(), hold.holder(), all.isEmpty() ? null : List.copyOf(all)));
  }
}
