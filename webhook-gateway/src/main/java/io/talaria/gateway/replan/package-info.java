/** Open journeys are moved to another plan of their definition, by a person who has seen how. */
@NullMarked
package io.talaria.gateway.replan;

import org.jspecify.annotations.NullMarked;
