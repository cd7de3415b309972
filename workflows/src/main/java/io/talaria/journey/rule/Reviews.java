package io.talaria.journey.rule;

import io.talaria.definition.Plan;
import io.talaria.journey.Holder;
import io.talaria.journey.JourneyState;
import io.talaria.journey.MessageReceived;
import io.talaria.journey.Review;
import io.talaria.journey.Review.Decided;
import io.talaria.journey.Review.Fate;
import io.talaria.journey.Review.Waiting;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.ReviewDecision.Choice;
import io.talaria.port.JourneyEvent;
import io.talaria.port.Outbound;
import io.talaria.port.Proposal;
import io.talaria.port.Proposal.HumanOverride;
import io.talaria.port.Turn.Reason;
import io.talaria.port.TurnKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which proposals of the bot wait for a recruiter, and how that ends. */
public final class Reviews {
  private static final Review NONE = new Review(0, null, null);

  private Reviews() {}

  /**
   * What the bot proposed is said from now on, or waits for a recruiter. It takes the place of what
   * waited before.
   */
  public static JourneyState begun(
      JourneyState state, String key, Reason reason, Proposal proposal, Instant now) {
    Plan.Review rule = state.plan().review();
    if (rule == null || !needed(state, rule, reason, proposal)) {
      return Sayings.begun(closed(state, fate(reason), now), key, reason, proposal);
    }
    Review old = of(state);
    boolean marked = marked(state, rule, proposal);
    var waiting =
        new Waiting(
            old.versions() + 1,
            key,
            reason,
            proposal,
            marked ? null : rule.belowConfidence(),
            now,
            now.plus(rule.after()),
            rule.then());
    return state.withReview(
        new Review(waiting.version(), waiting, closing(old, Fate.OUTDATED, null, now)));
  }

  /**
   * A claimed turn may have left in part, and what was claimed has passed its review; it carries
   * what came of that. Whoever asks for silence or for a person is answered at once, and a template
   * was approved before.
   */
  private static boolean needed(
      JourneyState state, Plan.Review rule, Reason reason, Proposal proposal) {
    boolean reviewable =
        switch (reason) {
          case MESSAGES, NUDGE, RESUME, DUE -> true;
          case PERSON, OPT_OUT, WINDOW_CLOSED -> false;
        };
    Double least = rule.belowConfidence();
    boolean unsure = least != null && proposal.decision().confidence() < least;
    return reviewable
        && !proposal.messages().stream().allMatch(Outbound.Template.class::isInstance)
        && proposal.decision().override() == null
        && (unsure || marked(state, rule, proposal));
  }

  private static boolean marked(JourneyState state, Plan.Review rule, Proposal proposal) {
    String step = proposal.step();
    boolean asks = step != null && !step.equals(state.talk().step()) && rule.steps().contains(step);
    return asks || Boolean.TRUE.equals(proposal.decision().marked());
  }

  private static Fate fate(Reason reason) {
    return switch (reason) {
      case PERSON -> Fate.PERSON_CALLED;
      case OPT_OUT -> Fate.ENDED;
      case WINDOW_CLOSED -> Fate.WINDOW_CLOSED;
      case MESSAGES, NUDGE, RESUME, DUE -> Fate.OUTDATED;
    };
  }

  /**
   * Whether the candidate has written since: the bot has another turn, with all that they wrote.
   */
  public static boolean outdated(JourneyState state, Waiting waiting) {
    return !new HashSet<>(waiting.proposal().inputIds()).containsAll(openIds(state));
  }

  /** A recruiter lets it leave, with these words; they are said from now on. */
  public static JourneyState approved(JourneyState state, ReviewDecision by, Instant now) {
    Waiting waiting = waiting(state);
    List<Outbound> proposed = waiting.proposal().messages();
    var texts = new ArrayList<Outbound>();
    for (int i = 0; i < proposed.size(); i++) {
      texts.add(proposed.get(i).saying(by.texts().get(i).strip()));
    }
    boolean edited = by.choice() == Choice.EDIT && !bodies(texts).equals(bodies(proposed));
    List<Outbound> said = edited ? List.copyOf(texts) : proposed;
    var override =
        new HumanOverride(
            waiting.version(),
            by.operatorId(),
            by.operatorName(),
            now,
            edited ? bodies(proposed) : null,
            by.note());
    return released(state, edited ? Fate.EDITED : Fate.APPROVED, By.of(by), said, override, now);
  }

  /**
   * What becomes of it now that nobody has decided in time. Who is to be called is called, though
   * the bot's words about that aren't said.
   */
  public static Fate overdue(JourneyState state) {
    return switch (waiting(state).then()) {
      case SEND -> Fate.OVERDUE_SENT;
      case DROP ->
          waiting(state).proposal().needsHuman() == null
              ? Fate.OVERDUE_DROPPED
              : Fate.OVERDUE_HUMAN;
      case HUMAN -> Fate.OVERDUE_HUMAN;
    };
  }

  /** Nobody decided in time: it is said as the bot proposed it. */
  public static JourneyState sent(JourneyState state, Instant now) {
    Waiting waiting = waiting(state);
    var override = new HumanOverride(waiting.version(), null, null, now, null, null);
    return released(state, Fate.OVERDUE_SENT, null, waiting.proposal().messages(), override, now);
  }

  private static JourneyState released(
      JourneyState state,
      Fate fate,
      @Nullable By by,
      List<Outbound> said,
      HumanOverride override,
      Instant now) {
    Waiting waiting = waiting(state);
    return Sayings.begun(
        closed(state, fate, by, now),
        waiting.key(),
        waiting.reason(),
        waiting.proposal().released(said, override));
  }

  /** A recruiter keeps it back; somebody must answer instead. */
  public static JourneyState rejected(JourneyState state, ReviewDecision by, Instant now) {
    return closed(state, Fate.REJECTED, By.of(by), now);
  }

  /**
   * It isn't said, and nobody is called for it. What the candidate wrote is not answered: they wait
   * on, and the team hears of that; but the bot has had its turn.
   */
  public static JourneyState dropped(JourneyState state, Fate fate, Instant now) {
    Waiting waiting = waiting(state);
    JourneyState read =
        closed(state, fate, now)
            .withInbox(Arrivals.answered(state.inbox(), waiting.proposal().inputIds()));
    return switch (waiting.reason()) {
      case NUDGE -> Silences.nudged(read, read.silence().nudges() + 1);
      case DUE -> Moves.kept(read, waiting.key());
      default -> Sayings.unspent(read);
    };
  }

  /** Nothing waits any more; no-op when nothing did. */
  public static JourneyState closed(JourneyState state, Fate fate, Instant now) {
    return closed(state, fate, null, now);
  }

  /** A person took the journey over. */
  static JourneyState taken(JourneyState state, Holder holder) {
    var by = new By(holder.operatorId(), holder.name(), null);
    return closed(state, Fate.TAKEN_OVER, by, holder.since());
  }

  /** A person wrote: a reminder is out of place then, and so is a reply to what is answered. */
  static JourneyState yielding(JourneyState state, Instant now) {
    Waiting waiting = state.inReview();
    if (waiting == null) {
      return state;
    }
    List<UUID> inputs = waiting.proposal().inputIds();
    boolean answered = !inputs.isEmpty() && openIds(state).stream().noneMatch(inputs::contains);
    return answered || waiting.reason() == Reason.NUDGE ? closed(state, Fate.OUTDATED, now) : state;
  }

  private static JourneyState closed(JourneyState state, Fate fate, @Nullable By by, Instant now) {
    Review review = of(state);
    return review.waiting() == null
        ? state
        : state.withReview(new Review(review.versions(), null, closing(review, fate, by, now)));
  }

  private static @Nullable Decided closing(Review review, Fate fate, @Nullable By by, Instant now) {
    Waiting waiting = review.waiting();
    if (waiting == null) {
      return review.decided();
    }
    return by == null
        ? new Decided(waiting.version(), fate, null, null, now, null)
        : new Decided(waiting.version(), fate, by.operatorId(), by.name(), now, by.note());
  }

  private record By(UUID operatorId, String name, @Nullable String note) {
    static By of(ReviewDecision decision) {
      return new By(decision.operatorId(), decision.operatorName(), decision.note());
    }
  }

  /** Keys of bubbles that wait for a recruiter, of a reply under way, or both. */
  public static List<String> unsaid(JourneyState state) {
    var keys = new ArrayList<>(Sayings.unsaid(state));
    Waiting waiting = state.inReview();
    if (waiting != null) {
      for (int i = 0; i < waiting.proposal().messages().size(); i++) {
        keys.add(TurnKey.bubble(waiting.key(), i));
      }
    }
    return List.copyOf(keys);
  }

  /**
   * What is to be told of reviews, from the state that was told last to this one: whatever led from
   * one to the other.
   *
   * @param told null before the first review
   */
  public static List<JourneyEvent> events(@Nullable Review told, JourneyState after) {
    var events = new ArrayList<JourneyEvent>();
    Waiting before = told == null ? null : told.waiting();
    Waiting now = after.inReview();
    Decided decided = of(after).decided();
    if (before != null && (now == null || now.version() != before.version()) && decided != null) {
      events.add(
          new JourneyEvent.ReviewDecided(
              cause(before),
              decided.at(),
              before.version(),
              decided.fate(),
              decided.operatorId(),
              decided.operatorName(),
              decided.note()));
    }
    if (now != null && (before == null || now.version() != before.version())) {
      events.add(
          new JourneyEvent.ReviewRequested(
              cause(now),
              now.since(),
              now.version(),
              now.proposal().decision().confidence(),
              now.below(),
              now.until()));
    }
    return List.copyOf(events);
  }

  private static String cause(Waiting waiting) {
    return waiting.key() + "#review:" + waiting.version();
  }

  static List<String> bodies(List<Outbound> messages) {
    return messages.stream().map(Outbound::body).toList();
  }

  private static List<UUID> openIds(JourneyState state) {
    return state.inbox().open().stream().map(MessageReceived::id).toList();
  }

  private static Waiting waiting(JourneyState state) {
    Waiting waiting = state.inReview();
    if (waiting == null) {
      throw new IllegalStateException("Nothing waits for review");
    }
    return waiting;
  }

  private static Review of(JourneyState state) {
    Review review = state.review();
    return review == null ? NONE : review;
  }
}
