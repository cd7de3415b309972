/** The inbox of webhooks: stored before the answer, worked off item by item, each alone. */
@NullMarked
package io.talaria.gateway.inbox;

import org.jspecify.annotations.NullMarked;
