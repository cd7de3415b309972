package io.talaria.gateway.replan;

import io.talaria.gateway.door.JourneyRuns;
import io.talaria.journal.replan.Mover;
import io.talaria.journal.replan.Mover.Prospect;
import io.talaria.journal.replan.PlanMovers;
import io.talaria.journal.replan.PlanTarget;
import io.talaria.journey.PlanChosen;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Shows what a move to another plan means for each open journey of a definition, and tells those
 * that can move. Each decides by itself, from where it stands then, and moves when nothing is under
 * way. Done twice, it is done once.
 */
@Component
class MoveJourneys {
  private static final int PAGE = 200;

  private final PlanMovers movers;
  private final JourneyRuns runs;

  MoveJourneys(PlanMovers movers, JourneyRuns runs) {
    this.movers = movers;
    this.runs = runs;
  }

  /** What was seen of a journey and what became of it. */
  record Line(Mover journey, Became became) {}

  /** What became of it. */
  enum Became {
    WOULD_MOVE,
    MOVED,
    /** It was told, and moves when what is under way is over. */
    MOVES_LATER,
    /** It has no place in the new plan; its prospect says why. */
    STAYS,
    ENDED,
    /** It has not written its first state yet. */
    BEGINS,
    NO_RUN,
    TEMPORAL_AWAY
  }

  /**
   * The plan in each account to which its journeys are moved.
   *
   * @throws IllegalArgumentException with a sentence, if there is none, or a stage isn't one of it
   */
  List<PlanTarget> targets(MoveOrder order) {
    List<PlanTarget> found = movers.targets(order.definition(), order.to());
    if (found.isEmpty()) {
      throw new IllegalArgumentException("No definition " + order.definition() + " is published");
    }
    found.forEach(target -> check(order.stages(), target));
    return found;
  }

  private static void check(Map<String, String> stages, PlanTarget target) {
    for (String stage : stages.values()) {
      if (!target.stages().contains(stage)) {
        throw new IllegalArgumentException(
            "Plan %d of %s has no stage %s; it has %s"
                .formatted(
                    target.number(),
                    target.definition(),
                    stage,
                    String.join(", ", target.stages())));
      }
    }
  }

  /** Works through the journeys of one account, telling each as it comes. */
  void run(PlanTarget target, MoveOrder order, Consumer<Line> told) {
    UUID last = null;
    List<Mover> page;
    do {
      page = movers.before(target, order.stages(), last, PAGE);
      for (Mover journey : page) {
        last = journey.journeyId();
        told.accept(new Line(journey, move(journey, target, order)));
      }
    } while (page.size() == PAGE);
  }

  private Became move(Mover journey, PlanTarget target, MoveOrder order) {
    if (!journey.prospect().moves()) {
      return still(journey);
    }
    if (!order.apply()) {
      return Became.WOULD_MOVE;
    }
    var chosen =
        new PlanChosen(
            requestId(journey.journeyId(), target.number()),
            target.number(),
            order.stages(),
            order.by());
    return switch (runs.planChosen(journey.candidateId(), chosen)) {
      case HEARD -> Became.MOVES_LATER;
      case NOBODY -> Became.NO_RUN;
      case AWAY -> Became.TEMPORAL_AWAY;
    };
  }

  /** How a journey that was told stands now: what its candidate did meanwhile counts. */
  Line now(Line told, PlanTarget target, MoveOrder order) {
    if (told.became() != Became.MOVES_LATER) {
      return told;
    }
    Mover now =
        movers.now(told.journey().journeyId(), target, order.stages()).orElse(told.journey());
    if (now.prospect() == Prospect.THERE_ALREADY) {
      return new Line(told.journey(), Became.MOVED);
    }
    return new Line(now, now.prospect().moves() ? Became.MOVES_LATER : still(now));
  }

  private static Became still(Mover journey) {
    return switch (journey.prospect()) {
      case ENDED -> Became.ENDED;
      case BEGINS -> Became.BEGINS;
      default -> Became.STAYS;
    };
  }

  /** The same for whoever asks again: a journey moves to a plan once. */
  static UUID requestId(UUID journeyId, int plan) {
    return UUID.nameUUIDFromBytes(
        "plan:%s:%d".formatted(journeyId, plan).getBytes(StandardCharsets.UTF_8));
  }
}
