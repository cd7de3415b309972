package io.talaria.journal.definition;

import io.talaria.definition.Predicate;
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
   * Asks for something, or waits for it.
   *
   * @param id unique in the definition; answers are kept by it
   * @param label what the answer is called on the candidate's card
   * @param afterArrival whether it goes only after what is said before it has arrived
   * @param reviewed whether a recruiter sees each reply with it before it leaves
   * @param manners what else may come of it
   */
  record Ask(
      String id,
      Localized label,
      Localized text,
      Answer answer,
      boolean afterArrival,
      boolean reviewed,
      Manners manners)
      implements Step {}

  /**
   * @param hint said before the question that is asked again; null for the definition's
   * @param unsure what helps somebody who doesn't know; null treats it as any answer
   * @param knockOuts tried in order once it is answered
   */
  record Manners(@Nullable Localized hint, @Nullable Unsure unsure, List<KnockOut> knockOuts) {}

  /**
   * Who doesn't know yet is asked about something else first; then the question comes again.
   *
   * @param explore at least one
   */
  record Unsure(Localized text, List<Ask> explore) {
    /** Kept for who still doesn't know. */
    public static final String ANSWER = "unsure";
  }

  /**
   * Ends the journey as rejected.
   *
   * @param reason code that people and records read
   */
  record KnockOut(Predicate when, String reason, Localized text) {}

  /**
   * Goes on elsewhere; at the next step when no case holds.
   *
   * @param cases tried in order
   */
  record Branch(List<Case> cases) implements Step {}

  /**
   * @param to id of a later step of the same stage, or of a later stage
   */
  record Case(Predicate when, String to) {}
}
