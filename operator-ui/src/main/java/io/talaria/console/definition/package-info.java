/** The definitions' texts, as far as people read them here. */
@NullMarked
package io.talaria.console.definition;

import org.jspecify.annotations.NullMarked;
