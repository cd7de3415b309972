/** The installation under measurement, and what is asked of its servers. */
@NullMarked
package io.talaria.dev.bench.ground;

import org.jspecify.annotations.NullMarked;
