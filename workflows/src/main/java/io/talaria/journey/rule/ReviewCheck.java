package io.talaria.journey.rule;

import io.talaria.journey.JourneyState;
import io.talaria.journey.Refusal;
import io.talaria.journey.Review;
import io.talaria.journey.Review.Decided;
import io.talaria.journey.Review.Waiting;
import io.talaria.journey.ReviewDecision;
import io.talaria.journey.rule.Requests.Refused;
import io.talaria.port.Outbound;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a recruiter may decide so about what the bot proposed. */
final class ReviewCheck {
  private static final String LOOK_AGAIN = "Look at it again";

  private ReviewCheck() {}

  static Optional<Refused> refused(JourneyState state, ReviewDecision decision) {
    Waiting waiting = state.inReview();
    if (waiting == null || waiting.version() != decision.version()) {
      return outdated(decided(state.review(), decision.version(), waiting));
    }
    if (Reviews.outdated(state, waiting)) {
      return outdated("The candidate wrote meanwhile, and the bot proposes anew. " + LOOK_AGAIN);
    }
    return switch (decision.choice()) {
      case APPROVE ->
          decision.texts().equals(Reviews.bodies(waiting.proposal().messages()))
              ? Optional.empty()
              : outdated("The bot proposes something else by now. " + LOOK_AGAIN);
      case EDIT -> unsayable(waiting.proposal().messages(), decision.texts());
      case REJECT ->
          blank(decision.note()) ? invalid("A rejection needs a reason") : Optional.empty();
    };
  }

  private static String decided(@Nullable Review review, int version, @Nullable Waiting waiting) {
    Decided decided = review == null ? null : review.decided();
    if (decided != null && decided.version() == version) {
      return switch (decided.fate()) {
        case APPROVED, EDITED, REJECTED ->
            "Already decided by %s at %s".formatted(decided.operatorName(), decided.at());
        case TAKEN_OVER -> "%s took it over at %s".formatted(decided.operatorName(), decided.at());
        case OVERDUE_SENT -> "It left at %s, since nobody had decided".formatted(decided.at());
        case OVERDUE_DROPPED, OVERDUE_HUMAN ->
            "It was kept back at %s, since nobody had decided".formatted(decided.at());
        case OUTDATED -> "The candidate wrote meanwhile. " + LOOK_AGAIN;
        case WINDOW_CLOSED, PERSON_CALLED, ENDED -> "It won't be said any more. " + LOOK_AGAIN;
      };
    }
    return waiting == null
        ? "Nothing waits for review any more"
        : "This is version %d of %d. %s".formatted(version, waiting.version(), LOOK_AGAIN);
  }

  private static Optional<Refused> unsayable(List<Outbound> proposed, List<String> texts) {
    if (texts.size() != proposed.size()) {
      return invalid("A text for each of the %d bubbles".formatted(proposed.size()));
    }
    for (int i = 0; i < texts.size(); i++) {
      int limit = proposed.get(i).limit();
      if (blank(texts.get(i))) {
        return invalid("Bubble %d has no text".formatted(i + 1));
      }
      if (texts.get(i).strip().length() > limit) {
        return invalid(
            "Bubble %d: %d of %d characters"
                .formatted(i + 1, texts.get(i).strip().length(), limit));
      }
      if (proposed.get(i) instanceof Outbound.Template template
          && !template.body().equals(texts.get(i))) {
        return invalid("A template can't be edited: it is approved as it is");
      }
    }
    return Optional.empty();
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static Optional<Refused> outdated(String sentence) {
    return Optional.of(new Refused(Refusal.OUTDATED, sentence));
  }

  private static Optional<Refused> invalid(String sentence) {
    return Optional.of(new Refused(Refusal.INVALID, sentence));
  }
}
