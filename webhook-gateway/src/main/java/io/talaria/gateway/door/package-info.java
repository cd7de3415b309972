/**
 * The door to the journeys: what is in the journal is told to their workflows, again if need be.
 */
@NullMarked
package io.talaria.gateway.door;

import org.jspecify.annotations.NullMarked;
