/** Starts every process of an installation on this machine, watches them and stops them. */
@NullMarked
package io.talaria.dev.up;

import org.jspecify.annotations.NullMarked;
