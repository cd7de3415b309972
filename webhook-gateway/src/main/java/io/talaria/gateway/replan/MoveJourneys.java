package io.talaria.gateway.replan;

import io.talaria.definition.Plan;
import io.talaria.gateway.door.JourneyRuns;
import io.talaria.journal.definition.Definitions;
import io.talaria.journal.definition.PlanUsers;
import io.talaria.journal.definition.PlanUsers.User;
import io.talaria.journal.definition.UnknownDefinition;
import io.talaria.journey.JourneyState;
import io.talaria.journey.PlanChosen;
import io.talaria.journey.rule.PlanMoves;
import io.talaria.journey.rule.PlanMoves.Outcome;
import io.talaria.journey.rule.PlanMoves.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows what a move to another plan means for each open journey of a definition, and tells those
 * that can move. Each decides by itself, from where it stands then, and moves when nothing is under
 * way. Done twice, it is done once.
 */
@Component
class MoveJourneys {
  private static final int PAGE = 200;

  private final Definitions definitions;
  private final PlanUsers users;
  private final JourneyRuns runs;

  MoveJourneys(Definitions definitions, PlanUsers users, JourneyRuns runs) {
    this.definitions = definitions;
    this.users = users;
    this.runs = runs;
  }

  /**
   * What was seen of a journey and what became of it.
   *
   * @param verdict null for a journey that hasn't written yet, or ended meanwhile
   */
  record Line(User journey, @Nullable Verdict verdict, Became became) {}

  /** What became of it. */
  enum Became {
    WOULD_MOVE,
    MOVED,
    /** It was told, and moves when what is under way is over. */
    MOVES_LATER,
    /** It has no place in the new plan; the verdict says why. */
    STAYS,
    ENDED,
    /** It has not written its first state yet. */
    BEGINS,
    NO_RUN,
    TEMPORAL_AWAY
  }

  /**
   * The plan of an account to which its journeys are moved.
   *
   * @throws UnknownDefinition if there is none of this number
   * @throws IllegalArgumentException if a stage in the order isn't one of the plan
   */
  record Target(UUID accountId, Plan plan) {}

  List<Target> targets(MoveOrder order) {
    var found = new ArrayList<Target>();
    for (UUID account : users.accounts(order.definition())) {
      Plan newest = definitions.newest(account, order.definition()).definition().plan();
      Integer wanted = order.to();
      Plan plan =
          wanted == null || wanted == newest.number()
              ? newest
              : definitions.of(account, order.definition(), wanted).definition().plan();
      check(order.stages(), plan);
      found.add(new Target(account, plan));
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("No definition " + order.definition() + " is published");
    }
    return found;
  }

  private static void check(Map<String, String> stages, Plan plan) {
    List<String> known = plan.stages().stream().map(Plan.Stage::id).toList();
    for (String stage : stages.values()) {
      if (!known.contains(stage)) {
        throw new IllegalArgumentException(
            "Plan %d of %s has no stage %s; it has %s"
                .formatted(plan.number(), plan.definition(), stage, String.join(", ", known)));
      }
    }
  }

  /** Works through the journeys of one account, telling each as it comes. */
  void run(Target target, MoveOrder order, Consumer<Line> told) {
    UUID last = null;
    List<User> page;
    do {
      page =
          users.before(target.accountId(), order.definition(), target.plan().number(), last, PAGE);
      for (User user : page) {
        last = user.journeyId();
        told.accept(move(user, target.plan(), order));
      }
    } while (page.size() == PAGE);
  }

  private Line move(User user, Plan plan, MoveOrder order) {
    JourneyState state = user.state();
    if (state == null) {
      return new Line(user, null, Became.BEGINS);
    }
    Verdict verdict = PlanMoves.verdict(state, plan, order.stages());
    if (!verdict.moves()) {
      return new Line(
          user, verdict, verdict.outcome() == Outcome.ENDED ? Became.ENDED : Became.STAYS);
    }
    if (!order.apply()) {
      return new Line(user, verdict, Became.WOULD_MOVE);
    }
    var chosen =
        new PlanChosen(
            requestId(user.journeyId(), plan.number()), plan.number(), order.stages(), order.by());
    return new Line(
        user,
        verdict,
        switch (runs.planChosen(user.candidateId(), chosen)) {
          case HEARD -> Became.MOVES_LATER;
          case NOBODY -> Became.NO_RUN;
          case AWAY -> Became.TEMPORAL_AWAY;
        });
  }

  /** How a journey that was told stands now. */
  Line now(Line told, Plan plan, MoveOrder order) {
    if (told.became() != Became.MOVES_LATER) {
      return told;
    }
    User user = users.byId(told.journey().journeyId()).orElse(told.journey());
    JourneyState state = user.state();
    if (state == null) {
      return told;
    }
    if (user.plan() >= plan.number()) {
      return new Line(user, told.verdict(), Became.MOVED);
    }
    if (!user.open()) {
      return new Line(user, told.verdict(), Became.ENDED);
    }
    // What the candidate did meanwhile counts: it decides from where it stands.
    Verdict verdict = PlanMoves.verdict(state, plan, order.stages());
    return new Line(user, verdict, verdict.moves() ? Became.MOVES_LATER : Became.STAYS);
  }

  /** The same for whoever asks again: a journey moves to a plan once. */
  static UUID requestId(UUID journeyId, int plan) {
    return UUID.nameUUIDFromBytes(
        "plan:%s:%d".formatted(journeyId, plan).getBytes(StandardCharsets.UTF_8));
  }
}
