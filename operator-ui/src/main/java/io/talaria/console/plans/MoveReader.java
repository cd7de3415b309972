package io.talaria.console.plans;

import io.talaria.console.definition.JourneyTexts;
import io.talaria.console.definition.TextsOfJourneys;
import io.talaria.console.login.SignedIn;
import io.talaria.console.plans.MoveRow.Shown;
import io.talaria.console.words.Words;
import io.talaria.journal.reading.NameReader;
import io.talaria.journal.replan.MoveJourneys;
import io.talaria.journal.replan.MoveJourneys.Became;
import io.talaria.journal.replan.MoveJourneys.Line;
import io.talaria.journal.replan.MoveOrder;
import io.talaria.journal.replan.PlanCensus;
import io.talaria.journal.replan.PlanStanding;
import io.talaria.journal.replan.PlanTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the move page reads and does, off the session lock; by the command's own service. */
@Component
class MoveReader {
  private static final int AT_ONCE = 200;

  /** What nothing keeps moves within a workflow task. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final MoveJourneys moves;
  private final PlanCensus census;
  private final TextsOfJourneys texts;
  private final NameReader names;

  MoveReader(MoveJourneys moves, PlanCensus census, TextsOfJourneys texts, NameReader names) {
    this.moves = moves;
    this.census = census;
    this.texts = texts;
    this.names = names;
  }

  /** The plans of a definition, the newest first; empty where none is published. */
  List<PlanStanding> plans(SignedIn me, String definition) {
    return census.read(me.accountId()).stream()
        .filter(plan -> plan.definition().equals(definition))
        .toList();
  }

  /**
   * The plan of this person's account to which its journeys are moved.
   *
   * @throws IllegalArgumentException when there is none
   */
  PlanTarget target(SignedIn me, MoveOrder order) {
    return moves.targets(order).stream()
        .filter(target -> target.accountId().equals(me.accountId()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No such plan in this account"));
  }

  /** Counts what would become of all; tells each as it comes. */
  void look(PlanTarget target, MoveOrder order, Consumer<Line> seen) {
    moves.run(target, order, seen);
  }

  /** Rows of the preview after this journey, as many as there are up to a size. */
  List<Shown> rows(
      PlanTarget target, MoveOrder order, Predicate<Line> wanted, @Nullable UUID after, int size) {
    var found = new ArrayList<Line>();
    UUID last = after;
    List<Line> page;
    do {
      page = moves.preview(target, order.stages(), last, AT_ONCE);
      for (Line line : page) {
        last = line.journey().journeyId();
        if (wanted.test(line) && found.size() < size) {
          found.add(line);
        }
      }
    } while (page.size() == AT_ONCE && found.size() < size);
    return named(target.accountId(), found);
  }

  /** Tells the chosen ones, each with what became of it, and waits a moment for them to move. */
  List<Line> move(PlanTarget target, MoveOrder order, Predicate<UUID> chosen, Consumer<Line> told) {
    var lines = new ArrayList<Line>();
    moves.run(
        target,
        order,
        chosen,
        line -> {
          lines.add(line);
          told.accept(line);
        });
    return moves.settled(lines, target, order, PATIENCE);
  }

  /** How those stand now that were told. */
  List<Line> again(List<Line> lines, PlanTarget target, MoveOrder order) {
    return moves.settled(lines, target, order, Duration.ZERO);
  }

  /** Those that have not moved, up to a size, with their names. */
  List<Shown> left(UUID accountId, List<Line> lines, int size) {
    return named(
        accountId,
        lines.stream().filter(line -> line.became() != Became.MOVED).limit(size).toList());
  }

  private List<Shown> named(UUID accountId, List<Line> lines) {
    Map<UUID, String> known =
        names.of(accountId, lines.stream().map(line -> line.journey().candidateId()).toList());
    return lines.stream()
        .map(line -> new Shown(line, known.get(line.journey().candidateId())))
        .toList();
  }

  /**
   * Sentences with the names that stages and questions have.
   *
   * @param plans on which journeys are
   */
  MoveSentences sentences(PlanTarget target, Set<Integer> plans, Words words) {
    Map<Integer, JourneyTexts> known = new HashMap<>();
    for (Integer plan : plans) {
      known.put(plan, texts.of(target.accountId(), target.definition(), plan));
    }
    known.put(target.number(), texts.of(target.accountId(), target.definition(), target.number()));
    return new MoveSentences(words, known, target.number());
  }
}
