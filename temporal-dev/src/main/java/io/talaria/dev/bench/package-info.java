/** Measures an installation: one run, one table, one file of figures. */
@NullMarked
package io.talaria.dev.bench;

import org.jspecify.annotations.NullMarked;
