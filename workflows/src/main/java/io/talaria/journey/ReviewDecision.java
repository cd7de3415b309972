package io.talaria.journey;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recruiter decides about a proposal of the bot that waits for review.
 *
 * @param version of the proposal as the recruiter saw it; refused when another one waits by now
 * @param texts of its bubbles in order: as the recruiter saw them to approve, as they want them to
 *     edit; ignored for a rejection. What can be tapped stays
 * @param note why; a rejection needs one
 */
public record ReviewDecision(
    UUID requestId,
    UUID operatorId,
    String operatorName,
    int version,
    Choice choice,
    List<String> texts,
    @Nullable String note)
    implements RecruiterRequest {
  /** The three choices. */
  public enum Choice {
    APPROVE,
    EDIT,
    REJECT
  }
}
