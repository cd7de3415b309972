package io.talaria.journey.rule;

import io.talaria.definition.Plan;
import io.talaria.definition.Plan.Stage;
import io.talaria.journey.JourneyState;
import io.talaria.journey.JourneyState.Talk;
import io.talaria.journey.Mode;
import io.talaria.journey.PlanChosen;
import io.talaria.journey.PlanMove;
import io.talaria.port.JourneyEvent;
import io.talaria.port.Turn.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a journey moves to another plan of its definition: never back to a stage that it has left,
 * with all that it was answered, and between two turns.
 */
public final class PlanMoves {
  private PlanMoves() {}

  /** What the move means for a journey. */
  public enum Outcome {
    /** It stands in the new plan as it stood in the old one. */
    MOVES,
    /** Its open question is gone: another one is asked. */
    ASKS_ANEW,
    /** It has this plan, or a newer one. */
    THERE_ALREADY,
    /** It is over. */
    ENDED,
    /** The new plan has no such stage: somebody must say which one takes its place. */
    STAGE_GONE,
    /** A stage that it has left lies ahead in the new plan: somebody must say where it goes on. */
    BACKWARDS,
    /** Its open question is gone, and everything that the stage asks is answered. */
    NOTHING_TO_ASK
  }

  /**
   * @param stage where the journey stands afterwards; where it stands when it doesn't move
   * @param step the question that is open afterwards; null when none is
   */
  public record Verdict(Outcome outcome, String stage, @Nullable String step, String language) {
    /** Whether the journey moves. */
    public boolean moves() {
      return outcome == Outcome.MOVES || outcome == Outcome.ASKS_ANEW;
    }
  }

  /** What the move to this plan means for a journey as it stands; changes nothing. */
  public static Verdict verdict(JourneyState state, Plan to, Map<String, String> stages) {
    Talk talk = state.talk();
    if (state.over()) {
      return stays(state, Outcome.ENDED);
    }
    if (state.plan().number() >= to.number()) {
      return stays(state, Outcome.THERE_ALREADY);
    }
    String stage = stages.getOrDefault(talk.stage(), talk.stage());
    Optional<Stage> target = to.stages().stream().filter(s -> s.id().equals(stage)).findFirst();
    if (target.isEmpty()) {
      return stays(state, Outcome.STAGE_GONE);
    }
    if (leftBehind(state).stream().anyMatch(left -> isAhead(to, left, target.get()))) {
      return stays(state, Outcome.BACKWARDS);
    }
    String language =
        to.languages().contains(talk.language()) ? talk.language() : to.languages().getFirst();
    List<String> questions = target.get().questions();
    if (talk.step() == null || questions.contains(talk.step())) {
      return new Verdict(Outcome.MOVES, stage, talk.step(), language);
    }
    return questions.stream()
        .filter(question -> talk.answers().getOrDefault(question, "").isEmpty())
        .findFirst()
        .map(question -> new Verdict(Outcome.ASKS_ANEW, stage, question, language))
        .orElseGet(() -> stays(state, Outcome.NOTHING_TO_ASK));
  }

  private static Verdict stays(JourneyState state, Outcome why) {
    Talk talk = state.talk();
    return new Verdict(why, talk.stage(), talk.step(), talk.language());
  }

  private static Set<String> leftBehind(JourneyState state) {
    return state.plan().stages().stream()
        .map(Stage::id)
        .takeWhile(id -> !id.equals(state.talk().stage()))
        .collect(Collectors.toSet());
  }

  private static boolean isAhead(Plan to, String stage, Stage target) {
    List<String> ids = to.stages().stream().map(Stage::id).toList();
    return ids.indexOf(stage) >= ids.indexOf(target.id());
  }

  /** Notes the wish; no-op when the journey is over or has this plan, or a newer one, already. */
  public static JourneyState chosen(JourneyState state, PlanChosen fact) {
    if (state.over() || state.plan().number() >= fact.plan()) {
      return state;
    }
    return state.withMove(new PlanMove(fact, unasked(state)));
  }

  /**
   * Whether the journey moves now: nothing is half said, in review or unanswered. Where another
   * system answers, what is unanswered is not ours to wait for.
   */
  static boolean ready(JourneyState state) {
    return due(state).isPresent()
        && state.outgoing().saying() == null
        && state.outgoing().words().isEmpty()
        && state.inReview() == null
        && (state.inbox().open().isEmpty() || state.watched());
  }

  /** The plan that waits for a quiet moment. */
  public static Optional<PlanChosen> due(JourneyState state) {
    PlanMove move = state.move();
    return move == null ? Optional.empty() : Optional.ofNullable(move.due());
  }

  /** The journey in the plan to which the verdict lets it move; else as it was, asked no more. */
  public static JourneyState moved(JourneyState state, Plan to, Verdict verdict) {
    if (!verdict.moves()) {
      return forgotten(state);
    }
    Talk talk = state.talk();
    boolean anew = verdict.outcome() == Outcome.ASKS_ANEW;
    String unasked = anew ? verdict.step() : unasked(state);
    JourneyState moved =
        state
            .withPlan(to)
            .withTalk(
                new Talk(
                    verdict.language(),
                    verdict.stage(),
                    verdict.step(),
                    anew ? 0 : talk.misses(),
                    talk.answers(),
                    talk.disclosed()))
            .withMove(unasked == null ? null : new PlanMove(null, unasked));
    String gone = talk.step();
    return anew && gone != null
        ? moved.withAgenda(
            state.appointments().stream().filter(a -> !a.id().startsWith(gone)).toList())
        : moved;
  }

  /** The same without the plan that waited: it was never published, or doesn't fit. */
  public static JourneyState forgotten(JourneyState state) {
    String unasked = unasked(state);
    return state.withMove(unasked == null ? null : new PlanMove(null, unasked));
  }

  /**
   * Whether the bot is to ask at once: an agreed date, or whoever holds the journey, comes first.
   */
  public static boolean asksNow(JourneyState moved) {
    return isUnasked(moved)
        && moved.mode() == Mode.BOT
        && moved.needsHuman() == null
        && moved.appointments().isEmpty();
  }

  /** Whether the candidate has never been asked what is open: their words don't answer it. */
  public static boolean isUnasked(JourneyState state) {
    String unasked = unasked(state);
    return unasked != null && unasked.equals(state.talk().step());
  }

  private static @Nullable String unasked(JourneyState state) {
    PlanMove move = state.move();
    return move == null ? null : move.unasked();
  }

  /** After a turn of this kind the candidate has been asked what is open. */
  static JourneyState asked(JourneyState state, Reason reason) {
    return switch (reason) {
      case MESSAGES, RESUME, NUDGE, DUE ->
          unasked(state) == null
              ? state
              : state.withMove(due(state).map(due -> new PlanMove(due, null)).orElse(null));
      case PERSON, OPT_OUT, WINDOW_CLOSED -> state;
    };
  }

  /** What is told of the move. */
  public static List<JourneyEvent> events(
      JourneyState before, JourneyState after, PlanChosen fact, Instant at) {
    if (before.plan().number() == after.plan().number()) {
      return List.of();
    }
    String cause = "plan:" + fact.requestId();
    String asked = isUnasked(after) ? after.talk().step() : null;
    var events = new ArrayList<JourneyEvent>();
    events.add(
        new JourneyEvent.PlanChanged(
            cause, at, before.plan().number(), after.plan().number(), asked, fact.by()));
    String left = before.talk().stage();
    String entered = after.talk().stage();
    if (!left.equals(entered)) {
      events.add(new JourneyEvent.StageCompleted(cause + "#" + left, at, left, entered));
      events.add(new JourneyEvent.StageEntered(cause + "#" + entered, at, entered));
    }
    String language = after.talk().language();
    if (!Objects.equals(language, before.talk().language())) {
      events.add(
          new JourneyEvent.CandidateStateChanged(cause + "#language", at, "language", language));
    }
    return List.copyOf(events);
  }
}
