package io.talaria.journal.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the script does next within a stage. */
public sealed interface Step {
  /**
   * Says something and goes on.
   *
   * @param afterArrival whether it goes only after what is said before it has arrived
   * @param reviewed whether a recruiter sees each reply with it before it leaves
   */
  record Say(Localized text, boolean afterArrival, boolean reviewed) implements Step {}

  /**
   * Asks and waits for the answer.
   *
   * @param id unique in the definition; answers are kept by it
   * @param label what the answer is called on the candidate's card
   * @param afterArrival whether it goes only after what is said before it has arrived
   * @param reviewed whether a recruiter sees each reply with it before it leaves
   */
  record Ask(
      String id,
      Localized label,
      Localized text,
      Answer answer,
      boolean afterArrival,
      boolean reviewed)
      implements Step {}

  /** What counts as an answer. */
  sealed interface Answer {}

  /** Anything typed. */
  record FreeText() implements Answer {}

  /** A whole number within bounds. */
  record WholeNumber(int min, int max) implements Answer {}

  /**
   * One of these: up to three are buttons, more are a list.
   *
   * @param button opens the list; null for buttons
   */
  record OneOf(List<Option> options, @Nullable Localized button) implements Answer {}

  /**
   * Something to choose.
   *
   * @param also folded words that mean it too
   */
  record Option(String id, Localized title, List<String> also) {}
}
