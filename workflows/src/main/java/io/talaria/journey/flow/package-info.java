/** The story of a journey: wait, call ports, note. Decisions live in {@code rule}. */
@NullMarked
package io.talaria.journey.flow;

import org.jspecify.annotations.NullMarked;
