/** Everything of a run that its seed decides, before it begins. */
@NullMarked
package io.talaria.dev.storm.seed;

import org.jspecify.annotations.NullMarked;
