package io.talaria.journal.replan;

import io.talaria.journal.replan.Mover.Prospect;
import io.talaria.journey.PlanChosen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a move to another plan means for each open journey of a definition, and tells those
 * that can move. Each decides by itself, from where it stands then, and moves when nothing is under
 * way. Done twice, it is done once.
 */
public final class MoveJourneys {
  private static final int PAGE = 200;
  private static final long AGAIN_MILLIS = 250;

  /** An engine that doesn't answer so often in a row isn't asked for the rest. */
  private static final int AWAY_FOR_GOOD = 3;

  private final PlanMovers movers;
  private final PlanTeller teller;

  /**
   * @param teller how this process reaches the journeys' runs
   */
  public MoveJourneys(PlanMovers movers, PlanTeller teller) {
    this.movers = movers;
    this.teller = teller;
  }

  /** What was seen of a journey and what became of it. */
  public record Line(Mover journey, Became became) {}

  /** What became of it. */
  public enum Became {
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
  public List<PlanTarget> targets(MoveOrder order) {
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
  public void run(PlanTarget target, MoveOrder order, Consumer<Line> told) {
    run(target, order, journey -> true, told);
  }

  /**
   * Works through the journeys of one account, telling each as it comes.
   *
   * @param chosen which of them are moved; of the others nothing is told
   */
  public void run(PlanTarget target, MoveOrder order, Predicate<UUID> chosen, Consumer<Line> told) {
    UUID last = null;
    int away = 0;
    List<Mover> page;
    do {
      page = movers.before(target, order.stages(), last, PAGE);
      for (Mover journey : page) {
        last = journey.journeyId();
        if (chosen.test(last)) {
          Became became =
              away < AWAY_FOR_GOOD ? move(journey, target, order) : unasked(journey, order);
          away = became == Became.TEMPORAL_AWAY ? away + 1 : 0;
          told.accept(new Line(journey, became));
        }
      }
    } while (page.size() == PAGE);
  }

  /**
   * A page of what would become of the journeys of one account; changes nothing.
   *
   * @param after the last journey of the page before; null for the first page
   */
  public List<Line> preview(
      PlanTarget target, Map<String, String> stages, @Nullable UUID after, int size) {
    return movers.before(target, stages, after, size).stream()
        .map(journey -> new Line(journey, prospect(journey)))
        .toList();
  }

  private Became move(Mover journey, PlanTarget target, MoveOrder order) {
    if (!order.apply() || !journey.prospect().moves()) {
      return prospect(journey);
    }
    var chosen =
        new PlanChosen(
            requestId(journey.journeyId(), target.number()),
            target.number(),
            order.stages(),
            order.by());
    return switch (teller.tell(journey.candidateId(), chosen)) {
      case HEARD -> Became.MOVES_LATER;
      case NOBODY -> Became.NO_RUN;
      case AWAY -> Became.TEMPORAL_AWAY;
    };
  }

  private static Became unasked(Mover journey, MoveOrder order) {
    return order.apply() && journey.prospect().moves() ? Became.TEMPORAL_AWAY : prospect(journey);
  }

  /**
   * Waits a little for those that were told; what keeps one may last for days. What each candidate
   * did meanwhile counts.
   *
   * @return the lines as they stand at last
   */
  public List<Line> settled(
      List<Line> told, PlanTarget target, MoveOrder order, Duration patience) {
    long until = System.nanoTime() + patience.toNanos();
    List<Line> lines = told;
    while (lines.stream().anyMatch(line -> line.became() == Became.MOVES_LATER)) {
      lines = lines.stream().map(line -> now(line, target, order)).toList();
      if (System.nanoTime() >= until || !pause()) {
        return lines;
      }
    }
    return lines;
  }

  private static boolean pause() {
    try {
      Thread.sleep(AGAIN_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Line now(Line told, PlanTarget target, MoveOrder order) {
    if (told.became() != Became.MOVES_LATER) {
      return told;
    }
    Mover now =
        movers.now(told.journey().journeyId(), target, order.stages()).orElse(told.journey());
    if (now.prospect() == Prospect.THERE_ALREADY) {
      return new Line(told.journey(), Became.MOVED);
    }
    return new Line(now, now.prospect().moves() ? Became.MOVES_LATER : prospect(now));
  }

  private static Became prospect(Mover journey) {
    return switch (journey.prospect()) {
      case MOVES, ASKS_ANEW -> Became.WOULD_MOVE;
      case ENDED -> Became.ENDED;
      case BEGINS -> Became.BEGINS;
      case THERE_ALREADY, STAGE_GONE, BACKWARDS, NOTHING_TO_ASK -> Became.STAYS;
    };
  }

  /** The same for whoever asks again: a journey moves to a plan once. */
  static UUID requestId(UUID journeyId, int plan) {
    return UUID.nameUUIDFromBytes(
        "plan:%s:%d".formatted(journeyId, plan).getBytes(StandardCharsets.UTF_8));
  }
}
