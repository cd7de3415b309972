/** The plain SDK with nothing around it, as the yardstick. */
@NullMarked
package io.talaria.dev.bench.bare;

import org.jspecify.annotations.NullMarked;
