/** Journeys that lost their run, or whose run is stuck, go on in a new one. */
@NullMarked
package io.talaria.gateway.repair;

import org.jspecify.annotations.NullMarked;
