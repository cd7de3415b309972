package io.talaria.journal.definition;

import io.talaria.definition.Predicate;
import io.talaria.journal.definition.PredicateReader.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one place of a definition says of another: that a question was asked before, that a step
 * lies ahead, that something leads to each step.
 */
final class References {
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Map<String, Place>> choices = new HashMap<>();
  private final List<Spot> spots = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<Jump> jumps = new ArrayList<>();
  private final PredicateReader predicates = new PredicateReader();
  private boolean outside;
  private @Nullable String exploring;
  private @Nullable String firstExplored;
  private String stage = "";

  /**
   * A step of the whole definition, in the order of the file.
   *
   * @param goesOn whether the step behind it may come next
   */
  private record Spot(Place place, String stage, boolean goesOn) {}

  private record Jump(Place place, int from, String to) {}

  /** What follows belongs to this stage, whose id jumps may name. */
  void stage(String id) {
    stage = id;
    positions.putIfAbsent(id, spots.size());
  }

  void passes(Place place) {
    spots.add(new Spot(place, stage, true));
  }

  /** A question with this id; those that explore have no place of their own. */
  void asks(Place place, Place idPlace, String id) {
    if (!id.isEmpty() && !ids.add(id)) {
      idPlace.mistake("each question's id once", "seniority", idPlace.found() + " again");
    }
    if (exploring == null) {
      positions.putIfAbsent(id, spots.size());
      passes(place);
    }
  }

  /**
   * A form brings the answer with this id.
   *
   * @param answer what it is compared as
   */
  void fills(Place place, String id, Answer answer) {
    if (!id.isEmpty() && !ids.add(id)) {
      place.mistake("each question's id once", "seniority", place.found() + " again");
    }
    answers.putIfAbsent(id, answer);
  }

  void answers(String id, Answer answer) {
    answers.putIfAbsent(id, answer);
  }

  /** A question has these choices, each with the place of its id. */
  void offers(String question, Map<String, Place> places) {
    choices.putIfAbsent(question, places);
  }

  /** Where the ids of its choices stand; none for another kind of question. */
  Map<String, Place> choices(String question) {
    return choices.getOrDefault(question, Map.of());
  }

  void explores(String parent) {
    exploring = parent;
    if (firstExplored == null) {
      firstExplored = parent;
    }
  }

  void explored() {
    exploring = null;
  }

  /** The first question that is explored; empty when none is. */
  Optional<String> firstExplored() {
    return Optional.ofNullable(firstExplored);
  }

  void branches(Place place) {
    spots.add(new Spot(place, stage, true));
  }

  /**
   * @param always whether it always leads elsewhere
   */
  void branched(boolean always) {
    if (always) {
      Spot last = spots.removeLast();
      spots.add(new Spot(last.place(), last.stage(), false));
    }
  }

  void jumps(Place place, String to) {
    jumps.add(new Jump(place, spots.size() - 1, to));
  }

  /** The id of a question that was asked before. */
  String earlier(Place place) {
    String id = place.id("the id of an earlier question", "role");
    known(place, id);
    return id;
  }

  /** The id of an earlier question for a day. */
  String day(Place place) {
    String id = place.id("the id of an earlier question for a date", "graduation");
    List<String> days =
        answers.entrySet().stream()
            .filter(entry -> entry.getValue() instanceof Answer.Day)
            .map(Map.Entry::getKey)
            .toList();
    if (!id.isEmpty() && !days.contains(id)) {
      place.mistake(
          "the id of an earlier question for a date",
          days.isEmpty() ? "graduation" : Nearest.of(id, days),
          place.found());
    }
    return id;
  }

  /** A condition on answers. */
  Predicate predicate(Place place) {
    return predicates.read(place);
  }

  /** A bot from outside talks from here on, and may keep answers to whatever it likes. */
  void talksFromOutside() {
    outside = true;
  }

  /** A condition that is looked at when the candidate comes here, and not again. */
  Predicate turning(Place place) {
    return outside ? predicate(place) : predicates.read(place, answers.size());
  }

  private void known(Place place, String id) {
    String question = id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
    if (!id.isEmpty() && !answers.containsKey(question)) {
      place.mistake(
          "the id of an earlier question",
          answers.isEmpty() ? "role" : Nearest.of(id, answers.keySet()),
          place.found());
    }
  }

  /** What conditions may ask of the questions read so far, by id, in the order of the file. */
  Map<String, Subject> subjects() {
    var subjects = new LinkedHashMap<String, Subject>();
    answers.forEach((id, answer) -> subjects.put(id, Subject.of(answer)));
    return subjects;
  }

  /** Notes jumps that don't lead ahead, and steps to which nothing leads. */
  void check() {
    predicates.check(subjects());
    boolean[] reached = new boolean[spots.size()];
    var leads = new HashMap<Integer, List<Integer>>();
    for (Jump jump : jumps) {
      Integer to = positions.get(jump.to());
      if (to == null) {
        if (!jump.to().isEmpty()) {
          jump.place()
              .mistake(
                  "the id of a later step or stage",
                  Nearest.of(jump.to(), positions.keySet()),
                  jump.place().found());
        }
      } else if (to <= jump.from()) {
        jump.place()
            .mistake("a step or stage that comes later", "final_review", jump.place().found());
      } else if (to == spots.size()) {
        // The stage has no step that could be read, which was told there.
        continue;
      } else if (!spots.get(to).stage().equals(spots.get(jump.from()).stage())
          && !spots.get(to).stage().equals(jump.to())) {
        jump.place()
            .mistake(
                "a later step of this stage, or another stage as a whole",
                spots.get(to).stage(),
                jump.place().found());
      } else {
        leads.computeIfAbsent(jump.from(), from -> new ArrayList<>()).add(to);
      }
    }
    // All jumps lead ahead, so that one pass in the order of the file reaches all that is reached.
    for (int i = 0; i < reached.length; i++) {
      reached[i] |= i == 0;
      if (!reached[i]) {
        spots
            .get(i)
            .place()
            .mistake("a step that something leads to", "otherwise: …", "one that nothing leads to");
        reached[i] = true;
      }
      if (spots.get(i).goesOn() && i + 1 < reached.length) {
        reached[i + 1] = true;
      }
      leads.getOrDefault(i, List.of()).forEach(to -> reached[to] = true);
    }
  }
}
