/** Journeys that begin at a planned time. */
@NullMarked
package io.talaria.gateway.planned;

import org.jspecify.annotations.NullMarked;
