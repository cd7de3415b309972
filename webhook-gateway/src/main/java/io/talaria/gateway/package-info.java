/** The process that takes webhooks in, stores them, and hands messages to their journeys. */
@NullMarked
package io.talaria.gateway;

import org.jspecify.annotations.NullMarked;
