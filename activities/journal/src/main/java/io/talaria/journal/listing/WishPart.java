package io.talaria.journal.listing;

import io.talaria.journal.listing.Reason.Code;

/** What a wish may tell, and what a listing is valued by. */
public enum WishPart {
  WORDS(Code.NO_WORDS),
  /** City and region. */
  PLACE(Code.ELSEWHERE),
  SHIFT(Code.OTHER_SHIFT),
  WORKPLACE(Code.OTHER_WORKPLACE);

  private final Code against;

  WishPart(Code against) {
    this.against = against;
  }

  /**
   * The reason of a listing that contradicts it. What a listing doesn't tell contradicts nothing.
   */
  Code against() {
    return against;
  }
}
