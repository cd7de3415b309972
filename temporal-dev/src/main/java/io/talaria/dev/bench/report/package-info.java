/** Figures, their targets, and how they are told. */
@NullMarked
package io.talaria.dev.bench.report;

import org.jspecify.annotations.NullMarked;
