/** What the machine and its processes do meanwhile. */
@NullMarked
package io.talaria.dev.bench.machine;

import org.jspecify.annotations.NullMarked;
