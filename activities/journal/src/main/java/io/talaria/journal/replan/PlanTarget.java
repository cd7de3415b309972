package io.talaria.journal.replan;

import io.talaria.definition.Plan;
import java.util.List;
import java.util.UUID;

/**
 * A plan of an account's definition to which journeys may be moved.
 *
 * @param definition the name under which it is published
 */
public record PlanTarget(UUID accountId, String definition, Plan plan) {
  /** Its number, v<em>12</em>.3. */
  public int number() {
    return plan.number();
  }

  /** Ids of its stages in order. */
  public List<String> stages() {
    return plan.stages().stream().map(Plan.Stage::id).toList();
  }
}
