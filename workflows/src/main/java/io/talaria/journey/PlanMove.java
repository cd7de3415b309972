package io.talaria.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do of a journey's way to another plan.
 *
 * @param due the plan to which it moves as soon as nothing is under way; null when none waits
 * @param unasked id of the open question when the move opened it, and the candidate wasn't asked it
 *     yet; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanMove(@Nullable PlanChosen due, @Nullable String unasked) {}
