/** Decisions, as plain functions from values; they know neither Temporal nor time nor I/O. */
@NullMarked
package io.talaria.journey.rule;

import org.jspecify.annotations.NullMarked;
