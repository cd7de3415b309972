/** Refusing to start, with a sentence that says what to do. */
@NullMarked
package io.talaria.gateway.start;

import org.jspecify.annotations.NullMarked;
