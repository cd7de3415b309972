/** Journeys that are to begin at a time, and what people change of that until then. */
@NullMarked
package io.talaria.journal.planned;

import org.jspecify.annotations.NullMarked;
