/** Conversations that are to begin at a time: what is planned, and what people change of it. */
@NullMarked
package io.talaria.console.starts;

import org.jspecify.annotations.NullMarked;
