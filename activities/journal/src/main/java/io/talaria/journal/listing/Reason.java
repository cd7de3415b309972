package io.talaria.journal.listing;

import java.util.List;

/**
 * One ground of a match.
 *
 * @param value how well it fits, 0 to 1
 * @param weight its share in the score, 0 to 1; the weights of a match add up to 1, and a must-have
 *     has none, since it is fulfilled or the listing isn't offered
 * @param values what the sentence names: the words, the place, the must-have
 */
public record Reason(Code code, double value, double weight, List<String> values) {

  /** Stable; each has a sentence in {@link ListingWords} under {@code reason.<code>}. */
  public enum Code {
    /** Some of the candidate's words stand in it; the values are those words. */
    WORDS,
    NO_WORDS,
    SAME_CITY,
    SAME_REGION,
    REMOTE,
    PLACE_UNKNOWN,
    ELSEWHERE,
    SHIFT,
    SHIFT_FLEXIBLE,
    SHIFT_UNKNOWN,
    OTHER_SHIFT,
    WORKPLACE,
    WORKPLACE_PARTLY,
    OTHER_WORKPLACE,
    /** The candidate has what the listing demands. */
    MUST_HAVE,
    /** The wish tells nothing: the newest are shown. */
    NEWEST
  }

  /** Whether it speaks for the listing. */
  public boolean speaksFor() {
    return value >= 0.5;
  }
}
