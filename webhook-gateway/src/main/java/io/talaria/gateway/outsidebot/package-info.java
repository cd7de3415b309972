/** Reports of bots from outside that speak to candidates themselves. */
@NullMarked
package io.talaria.gateway.outsidebot;

import org.jspecify.annotations.NullMarked;
