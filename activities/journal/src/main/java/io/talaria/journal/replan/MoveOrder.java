package io.talaria.journal.replan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be moved where.
 *
 * @param to number of the plan; null for the newest
 * @param stages ids of old stages to those that take their place
 * @param by who moves them, for the record
 * @param apply false for the preview
 */
public record MoveOrder(
    String definition,
    @Nullable Integer to,
    Map<String, String> stages,
    String by,
    boolean apply) {}
