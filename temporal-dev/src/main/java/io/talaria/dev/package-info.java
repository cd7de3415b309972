/** Everything on one machine: the launcher behind {@code up} and the simulated outside world. */
@NullMarked
package io.talaria.dev;

import org.jspecify.annotations.NullMarked;
