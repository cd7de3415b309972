package io.talaria.journal.replan;

import java.time.Instant;

/**
 * A published plan and who is on it.
 *
 * @param texts number of its newest text revision
 * @param publishedAt when its first text was
 * @param open how many open journeys are on it
 */
public record PlanStanding(
    String definition, int plan, int texts, Instant publishedAt, long open) {}
