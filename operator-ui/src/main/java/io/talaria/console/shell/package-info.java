/** The frame around every page: rail, menu, keys, and what to say when something is away. */
@NullMarked
package io.talaria.console.shell;

import org.jspecify.annotations.NullMarked;
