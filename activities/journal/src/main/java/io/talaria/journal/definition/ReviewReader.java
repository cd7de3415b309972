package io.talaria.journal.definition;

import io.talaria.definition.Plan;
import io.talaria.definition.Plan.Overdue;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads which replies a recruiter sees before they leave: marks at steps, and the rule for all. */
final class ReviewReader {
  private static final Duration AFTER = Duration.ofHours(2);
  private static final List<String> MARKS = List.of("always", "never");

  private ReviewReader() {}

  /** Whether this step is marked. */
  static boolean marked(Keys step) {
    return step.maybe("review")
        .map(mark -> mark.word("when a step is reviewed", MARKS).equals("always"))
        .orElse(false);
  }

  /** The rule; null where nothing is marked and no confidence is asked for. */
  static Plan.@Nullable Review read(Optional<Place> place, Collection<List<Step>> stages) {
    List<Step> marked = stages.stream().flatMap(List::stream).filter(ReviewReader::marked).toList();
    List<String> questions = marked.stream().flatMap(ReviewReader::question).toList();
    if (place.isEmpty()) {
      return marked.isEmpty() ? null : new Plan.Review(null, AFTER, Overdue.HUMAN, questions);
    }
    Keys keys =
        place.get().keys("a review rule", List.of(), List.of("below_confidence", "after", "then"));
    Double below = keys.maybe("below_confidence").map(ReviewReader::confidence).orElse(null);
    if (below == null && marked.isEmpty()) {
      place
          .get()
          .mistake(
              "below_confidence, or a step with review: always",
              "below_confidence: 0.7",
              "nothing that is to be reviewed");
    }
    return new Plan.Review(
        below,
        keys.maybe("after").map(span -> Spans.of(span, "a time", "2h")).orElse(AFTER),
        keys.maybe("then").map(ReviewReader::overdue).orElse(Overdue.HUMAN),
        questions);
  }

  private static boolean marked(Step step) {
    return switch (step) {
      case Step.Say say -> say.reviewed();
      case Step.Ask ask -> ask.reviewed();
      case Step.Branch ignored -> false;
    };
  }

  private static Stream<String> question(Step step) {
    return step instanceof Step.Ask ask ? Stream.of(ask.id()) : Stream.empty();
  }

  private static double confidence(Place place) {
    String text = place.text("a confidence between 0 and 1", "0.7", 12, Scalar.share());
    try {
      double value = Double.parseDouble(text);
      if (value > 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      // The same mistake as a number out of bounds.
    }
    if (!text.isEmpty()) {
      place.mistake("a confidence between 0 and 1", "0.7", place.found());
    }
    return 0;
  }

  private static Overdue overdue(Place place) {
    List<String> words =
        Stream.of(Overdue.values()).map(o -> o.name().toLowerCase(Locale.ROOT)).toList();
    String word = place.word("what becomes of a reply that nobody reviews", words);
    return Overdue.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
