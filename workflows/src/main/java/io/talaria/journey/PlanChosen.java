package io.talaria.journey;

import java.util.Map;
import java.util.UUID;

/**
 * Somebody of the team moves this journey to another plan of its definition.
 *
 * @param requestId the caller's, one for each journey; repeated, it changes nothing
 * @param plan number of the plan, higher than the journey's
 * @param stages ids of stages of the old plan to ids of those of the new one that take their place;
 *     a stage that isn't named keeps its id
 * @param by who moves it, for the record
 */
public record PlanChosen(UUID requestId, int plan, Map<String, String> stages, String by) {}
