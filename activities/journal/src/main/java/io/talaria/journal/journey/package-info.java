/**
 * Journeys as their workflows tell them, and what the journal itself decides: brakes, generations.
 */
@NullMarked
package io.talaria.journal.journey;

import org.jspecify.annotations.NullMarked;
